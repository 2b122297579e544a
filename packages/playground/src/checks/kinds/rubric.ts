import { type CheckResult, erred, excerpt, unknown } from '../check-result.ts'
import type { CheckOf } from '../check.ts'
import type { Evaluator } from '../evaluator.ts'
import { answerText } from '../judge/answer-text.ts'
import type { JudgeReply } from '../judge/judge.ts'
import { readVerdict } from '../judge/read-verdict.ts'

export const rubric: Evaluator<'rubric'> = async (check, { answer, expected, judge }): Promise<CheckResult> => {
  if (judge === null) return unknown({ code: 'no-judge' })
  if (check.rubric.trim() === '') return unknown({ code: 'no-rubric' })
  if (check.threshold !== undefined && !(check.threshold >= 0 && check.threshold <= 1)) return erred({ code: 'bad-limit' })
  return resultOf(check, await judge.ask({ check, answer: answerText(answer), expected }))
}

function resultOf(check: CheckOf<'rubric'>, reply: JudgeReply): CheckResult {
  if (reply.status === 'not-asked') return unknown({ code: 'not-judged' })
  if (reply.status === 'asking') return unknown({ code: 'judging' })
  const judging = { costUsd: reply.costUsd, model: reply.model }
  if (reply.status === 'failed') return { ...erred({ code: 'judge-failed', message: reply.message, cause: reply.cause }), judging }
  const verdict = readVerdict(reply.text, reply.parsed)
  if (verdict === null) return { ...erred({ code: 'no-verdict', text: excerpt(reply.text) }), judging }
  const { pass, score, reason } = verdict
  const threshold = check.threshold ?? null
  return { outcome: pass && score >= (threshold ?? 0) ? 'pass' : 'fail', reason: { code: 'judged', score, threshold, reason }, judging }
}
