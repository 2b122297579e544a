import { type CheckResult, erred, excerpt, unknown } from '../check-result.ts'
import type { CheckOf } from '../check.ts'
import type { Evaluator } from '../evaluator.ts'
import { judgeRequest } from '../judge/judge-request.ts'
import { readVerdict } from '../judge/read-verdict.ts'

export const rubric: Evaluator<'rubric'> = async (check, { answer, expected, judge }): Promise<CheckResult> => {
  if (judge === null) return unknown({ code: 'no-judge' })
  if (check.rubric.trim() === '') return erred({ code: 'empty-value' })
  if (check.threshold !== undefined && !(check.threshold >= 0 && check.threshold <= 1)) return erred({ code: 'bad-limit' })
  const reply = await judge.ask(judgeRequest({ check, answer: answerText(answer), expected }, judge.model))
  const judging = { costUsd: reply.costUsd }
  if (!reply.ok) return { ...erred({ code: 'judge-failed', message: reply.message }), judging }
  return { ...resultOf(check, reply), judging }
}

function resultOf(check: CheckOf<'rubric'>, reply: { readonly text: string; readonly parsed?: unknown }): CheckResult {
  const verdict = readVerdict(reply.text, reply.parsed)
  if (verdict === null) return erred({ code: 'no-verdict', text: excerpt(reply.text) })
  const { pass, score, reason } = verdict
  const threshold = check.threshold ?? null
  return { outcome: pass && score >= (threshold ?? 0) ? 'pass' : 'fail', reason: { code: 'judged', score, threshold, reason } }
}

/** Calls of tools are an answer too, and often the whole of it. */
const answerText = ({ text, toolCalls }: { readonly text: string; readonly toolCalls: readonly unknown[] }): string =>
  text === '' && toolCalls.length > 0 ? JSON.stringify(toolCalls) : text
