import type { Model } from '@vitrine/contracts'
import { costOf } from '@vitrine/model-catalog'
import { estimateTokenCount } from 'tokenx'
import type { JudgeQuestion } from '../../../checks/judge/judge.ts'
import { judgeRequest } from '../../../checks/judge/judge-request.ts'

/** A verdict is two sentences and two figures. *Units*: tokens. */
const VERDICT_TOKENS = 60
/** More than these are told from a sample. */
const SAMPLE = 100

/**
 * What asking all of this may cost, by text length. Null where the price of some judge is not known.
 *
 * *Units*: USD.
 */
export function estimateJudging(
  questions: readonly JudgeQuestion[],
  total: number,
  judges: { readonly defaultModel: string; readonly factsOf: (model: string) => Model | null },
): number | null {
  const shown = questions.slice(0, SAMPLE)
  let sumUsd = 0
  for (const question of shown) {
    const model = question.check.model ?? judges.defaultModel
    const facts = judges.factsOf(model)
    const costUsd = facts?.price ? verdictUsd(question, model, facts) : null
    if (costUsd === null) return null
    sumUsd += costUsd
  }
  return shown.length === 0 ? 0 : (sumUsd / shown.length) * total
}

function verdictUsd(question: JudgeQuestion, model: string, facts: Model): number | null {
  const {
    ag_config: { prompt },
    inputs,
  } = judgeRequest(question, model, facts)
  const texts = [...prompt.messages.map(({ content }) => content), ...Object.values(inputs)]
  const inputTokens = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? estimateTokenCount(text) : 0), 0)
  const usage = { inputTokens, outputTokens: VERDICT_TOKENS, totalTokens: inputTokens + VERDICT_TOKENS, source: 'estimate' } as const
  return costOf(usage, facts.price).totalUsd
}
