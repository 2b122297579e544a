import { checkToolLimits, DEFAULT_TOOL_LIMITS, formatAnswer, shouldUseResponses } from '@vitrine/providers'
import { judgeBuildRequest } from '../responses/build-request.ts'
import { judgeCall } from '../responses/call-responses.ts'
import { readResponsesCases, type ResponsesCase } from '../responses/case.ts'
import { judgeCache } from '../responses/conversation-cache.ts'
import { booleanOf, fieldsOf, listOf, numberOf, patternOf, textOf } from '../responses/fields.ts'
import { judgeStream, judgeWholeAnswer } from '../responses/parse-answer.ts'
import { judgeError } from '../responses/parse-error.ts'
import { estimateMessagesTokens, judgeAccounting, judgeRemoteTokens } from '../responses/token-estimates.ts'
import { met, same, unknownWish, type Verdict } from '../responses/verdict.ts'
import type { CaseOutcome } from './case-kind.ts'

type Judge = (input: unknown, expected: unknown) => Verdict | Promise<Verdict>

/** The functions of the cases, in the seed's words, and what of ours each of them is. */
const JUDGES: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['buildResponsesRequest', judgeBuildRequest],
  ['parseResponsesNonStreaming', judgeWholeAnswer],
  ['parseResponsesStream', judgeStream],
  ['parseErrorResponse', judgeError],
  ['callResponses', judgeCall],
  ['validateTools', judgeTools],
  ['shouldUseResponses', judgeEndpoint],
  ['formatArrayResponse', (input, expected) => judged(formatAnswer(input), expected)],
  ['estimateMessagesTokens', (input, expected) => judged(estimateMessagesTokens(listOf(input)), expected)],
  ['estimateRemoteTokens', judgeRemoteTokens],
  ['applyUsageAccounting', judgeAccounting],
  ['ConversationCache', judgeCache],
])

const judged = (got: unknown, expected: unknown): Verdict => met(got, same('value', got, expected))

function judgeTools(input: unknown, expected: unknown): Verdict {
  const { tools, config } = fieldsOf(input)
  const { toolsMaxCount, toolsMaxJsonKB, softThreshold } = fieldsOf(config)
  const check = checkToolLimits(listOf(tools), {
    toolsMaxCount: numberOf(toolsMaxCount) ?? DEFAULT_TOOL_LIMITS.toolsMaxCount,
    toolsMaxJsonKB: numberOf(toolsMaxJsonKB) ?? DEFAULT_TOOL_LIMITS.toolsMaxJsonKB,
    softThreshold: numberOf(softThreshold) ?? DEFAULT_TOOL_LIMITS.softThreshold,
  })
  const problems = Object.entries(fieldsOf(expected)).flatMap(([name, wanted]): readonly (string | null)[] => {
    if (name === 'ok') return [same(name, check.ok, wanted)]
    if (name === 'warnings') return [same(name, check.ok ? check.notes.length : 0, wanted)]
    if (name === 'errorMatches') {
      return [wanted].flat().map((pattern) => (!check.ok && patternOf(pattern).test(check.error.message) ? null : String(pattern)))
    }
    return [unknownWish(name)]
  })
  return met(check, ...problems)
}

function judgeEndpoint(input: unknown, expected: unknown): Verdict {
  const { model, baseURL, env, config } = fieldsOf(input)
  const used = shouldUseResponses({
    model: textOf(model) ?? '',
    baseUrl: textOf(baseURL) ?? 'https://api.openai.com/v1',
    disable: textOf(fieldsOf(env)['OPENAI_RESPONSES_DISABLE']) ?? undefined,
    enabled: booleanOf(fieldsOf(config)['openaiResponsesEnabled']) ?? undefined,
  })
  return judged(used, expected)
}

async function outcomeOf({ id, fn, input, expected }: ResponsesCase): Promise<CaseOutcome> {
  const judge = JUDGES.get(fn)
  const shown = JSON.stringify(expected)
  if (judge === undefined) return { id, passed: false, expected: shown, got: `there is no function ${fn}` }
  try {
    const { problems, got } = await judge(input, expected)
    return { id, passed: problems.length === 0, expected: shown, got: `${problems.join(', ')}: ${JSON.stringify(got)}` }
  } catch (error) {
    return { id, passed: false, expected: shown, got: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

export async function runResponsesCases(text: string): Promise<readonly CaseOutcome[]> {
  const outcomes: CaseOutcome[] = []
  for (const one of readResponsesCases(text)) outcomes.push(await outcomeOf(one))
  return outcomes
}
