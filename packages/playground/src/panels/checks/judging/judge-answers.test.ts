import { createStore } from 'jotai'
import { findModel } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../checks/check.ts'
import { erred, type CheckResult, passed, unknown } from '../../../checks/check-result.ts'
import { NO_JUDGEMENTS } from '../../../checks/judge/judgements.ts'
import { EMPTY_CELL, type Cell } from '../../../state/cell.ts'
import type { Verdict } from '../../../state/checks-state.ts'
import { createJudgingState } from '../../../state/create-judging-state.ts'
import { estimateJudging } from './estimate-judging.ts'
import { fakeJudge } from './fake-judge.ts'
import { judgeAnswers } from './judge-answers.ts'
import { type PendingQuestion, questionOf, unjudgedIn } from './pending-questions.ts'

const RUBRIC = { type: 'rubric', rubric: 'Does it name {{who}}?' } as const
const OPEN = unknown({ code: 'not-judged' })

const cellWith = (text: string): Cell => ({ ...EMPTY_CELL, state: 'done', text })
const verdictOn = (text: string, results: readonly CheckResult[] = [OPEN], checks: readonly Check[] = [RUBRIC], who = 'Ann'): Verdict => ({
  variantId: 'v',
  cell: cellWith(text),
  row: { id: 'r', data: { who }, history: [] },
  common: checks,
  checks,
  results,
  judgements: NO_JUDGEMENTS,
})
const questionsOf = (...texts: readonly string[]): readonly PendingQuestion[] =>
  unjudgedIn(texts.map((text) => verdictOn(text))).flatMap((one) => questionOf(one) ?? [])

function start(judge: Parameters<typeof fakeJudge>[0], questions: readonly PendingQuestion[], concurrency = 2) {
  const store = createStore()
  const judging = createJudgingState(store)
  const { service, asked } = fakeJudge(judge)
  const run = { store, judging, questions, concurrency, client: service.client, defaultModel: 'demo/writer', factsOf: findModel }
  const saidOf = (at: number) => {
    const { cell, key } = questions[at] ?? { cell: EMPTY_CELL, key: '' }
    return judging.judgementsOf(cell).get(key)
  }
  return { store, judging, asked, saidOf, judgeAll: () => judgeAnswers(run) }
}
const pass = () => ({ pass: true, score: 1 })

describe('what waits for a judge', () => {
  it('is every rubric without a verdict, also where the judge failed, and nothing else', () => {
    const checks: readonly Check[] = [RUBRIC, { type: 'is-json' }, RUBRIC, RUBRIC, RUBRIC]
    const failedJudge = erred({ code: 'judge-failed', message: '' })
    const results = [OPEN, passed({ code: 'json' }), failedJudge, unknown({ code: 'judging' }), unknown({ code: 'no-rubric' })]
    expect(unjudgedIn([verdictOn('x', results, checks)])).toHaveLength(2)
  })

  it('is asked with the row’s values, and not at all where one is missing', () => {
    const [filled] = unjudgedIn([verdictOn('x')])
    expect(filled && questionOf(filled)?.question).toMatchObject({ check: { rubric: 'Does it name Ann?' }, answer: 'x', expected: null })
    const [broken] = unjudgedIn([verdictOn('x', [OPEN], [{ type: 'rubric', rubric: 'Does it name {{nobody}}?' }])])
    expect(broken && questionOf(broken)).toBeNull()
  })
})

describe('judging', () => {
  it('notes what each judge said and what it cost', async () => {
    const { judgeAll, saidOf, asked, store, judging } = start((answer) => ({ pass: answer === 'a', score: 0.5 }), questionsOf('a', 'b'))
    await judgeAll()
    expect(saidOf(0)).toMatchObject({ status: 'answered', model: 'demo/writer', costUsd: 0.003 })
    expect(asked).toEqual([
      { model: 'demo/writer', rubric: 'Does it name Ann?', answer: 'a' },
      { model: 'demo/writer', rubric: 'Does it name Ann?', answer: 'b' },
    ])
    expect(store.get(judging.progressAtom)).toBeNull()
  })

  it('says of a judge that failed why it did, and that nobody knows what it cost', async () => {
    const { judgeAll, saidOf } = start(() => null, questionsOf('a'))
    await judgeAll()
    expect(saidOf(0)).toEqual({ status: 'failed', message: 'The judge is ill.', model: 'demo/writer', costUsd: null })
  })

  it('adds up what a verdict cost that had to be asked for twice', async () => {
    const questions = questionsOf('a')
    const { judgeAll, saidOf } = start(() => 'I would rather not.', questions)
    await judgeAll()
    await judgeAll()
    expect(saidOf(0)).toMatchObject({ costUsd: 0.006 })
  })

  it('asks as many at once as it may, and tells how far it is', async () => {
    let now = 0
    let most = 0
    const seen: (number | undefined)[] = []
    const { judgeAll, store, judging, asked } = start(
      async () => {
        most = Math.max(most, ++now)
        await Promise.resolve()
        seen.push(store.get(judging.progressAtom)?.done)
        now--
        return pass()
      },
      questionsOf('a', 'b', 'c', 'd', 'e'),
      2,
    )
    await judgeAll()
    expect([asked.length, most]).toEqual([5, 2])
    expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 99)
  })

  it('asks once for equal answers to one rubric, and counts what that cost once', async () => {
    const { judgeAll, saidOf, asked } = start(pass, questionsOf('a', 'b', 'a', 'a'))
    await judgeAll()
    expect(asked.map(({ answer }) => answer)).toEqual(['a', 'b'])
    expect([0, 1, 2, 3].map((at) => saidOf(at)?.status)).toEqual(['answered', 'answered', 'answered', 'answered'])
    expect([0, 2, 3].map((at) => saidOf(at))).toMatchObject([{ costUsd: 0.003 }, { costUsd: 0 }, { costUsd: 0 }])
  })

  it('asks once for two rubrics of an answer that differ in their threshold alone', async () => {
    const checks: readonly Check[] = [RUBRIC, { ...RUBRIC, threshold: 0.5 }]
    const questions = unjudgedIn([verdictOn('a', [OPEN, OPEN], checks)]).flatMap((one) => questionOf(one) ?? [])
    const { judgeAll, saidOf, asked } = start(pass, questions)
    await judgeAll()
    expect([questions.length, asked.length, saidOf(1)]).toMatchObject([2, 1, { costUsd: 0.003 }])
  })

  it('is stopped: what was said stays, and who was not answered counts as not asked', async () => {
    const { judgeAll, saidOf, store, judging, asked } = start(
      () => {
        if (asked.length === 2) judging.dispose()
        return pass()
      },
      questionsOf('a', 'b', 'c'),
      1,
    )
    await judgeAll()
    expect([saidOf(0)?.status, saidOf(1)?.status, saidOf(2)?.status]).toEqual(['answered', undefined, undefined])
    expect(asked).toHaveLength(2)
    expect(store.get(judging.progressAtom)).toBeNull()
  })

  it('goes on once at a time', async () => {
    const { judgeAll, asked } = start(pass, questionsOf('a', 'b'))
    await Promise.all([judgeAll(), judgeAll()])
    expect(asked).toHaveLength(2)
  })
})

describe('the estimate', () => {
  const judges = { defaultModel: 'demo/writer', factsOf: findModel }
  const [question] = questionsOf('An answer.').map((pending) => pending.question)
  const many = question === undefined ? [] : [question]

  it('grows with the answers, and with how many there are', () => {
    const one = estimateJudging(many, 1, judges) ?? 0
    expect(one).toBeGreaterThan(0)
    expect(estimateJudging(many, 10, judges)).toBeCloseTo(one * 10, 12)
    const long = questionsOf('word '.repeat(2000)).map((pending) => pending.question)
    expect(estimateJudging(long, 1, judges)).toBeGreaterThan(one * 2)
  })

  it('is unknown where the price of a judge is', () => {
    expect(estimateJudging(many, 1, { ...judges, defaultModel: 'nobody/knows' })).toBeNull()
    expect(estimateJudging([], 0, judges)).toBe(0)
  })
})
