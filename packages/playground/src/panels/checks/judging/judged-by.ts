import type { CheckResult } from '../../../checks/check-result.ts'
import type { Say } from '../../../messages/use-text.ts'
import type { CheckFormats } from '../check-text.ts'

/** Who judged and for how much; null where nobody did. */
export function judgedBy({ judging }: CheckResult, say: Say<'checks'>, formats: CheckFormats): string | null {
  if (judging === undefined) return null
  const { model, costUsd } = judging
  return costUsd === null ? say('judgedByUnpriced', { model }) : say('judgedBy', { model, money: formats.money(costUsd) })
}
