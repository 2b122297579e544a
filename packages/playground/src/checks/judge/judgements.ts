import type { Judge, JudgeQuestion, JudgeReply } from './judge.ts'

export type Judgement = Exclude<JudgeReply, { readonly status: 'not-asked' }>
/** A judgement that is there, be it that the judge failed. */
export type Said = Exclude<Judgement, { readonly status: 'asking' }>

/** What judges said of one answer, by what they were asked. */
export type Judgements = ReadonlyMap<string, Judgement>
export const NO_JUDGEMENTS: Judgements = new Map()

/** Two questions about one answer are the same where this is. A threshold is not part of it: moving it asks nobody again. */
export const questionKey = ({ check, expected }: Pick<JudgeQuestion, 'check' | 'expected'>): string =>
  JSON.stringify([check.rubric, check.model ?? null, expected])

/** A judge that knows what was said, and asks nobody. */
export const recalling = (judgements: Judgements): Judge => ({
  ask: (question) => Promise.resolve(judgements.get(questionKey(question)) ?? { status: 'not-asked' }),
})

/** What a judgement was paid so far; nothing where it is only being asked for. */
export const paidFor = (judgement: Judgement | undefined): number | null =>
  judgement === undefined || judgement.status === 'asking' ? 0 : judgement.costUsd
