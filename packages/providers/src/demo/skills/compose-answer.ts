import type { Answer } from '../answer/answer.ts'
import type { ChatRequest } from '../chat-request.ts'
import { readTask, type Task } from '../task/read-task.ts'
import { answerWithResults } from '../tools/answer-with-results.ts'
import { clearestTool, forcedTool, planCall, type ToolPlan } from '../tools/choose-tool.ts'
import { resultLines, toolResults } from '../tools/tool-results.ts'
import { answerJson } from './answer-json.ts'
import { answerText } from './answer-text.ts'
import type { Draft, Step } from './draft.ts'
import { readCasesTask } from './invent/cases-task.ts'
import { inventCases } from './invent/invent-cases.ts'

export interface ComposedAnswer {
  readonly answer: Answer
  readonly steps: readonly Step[]
}

const fromDraft = ({ text, steps, choicePoints }: Draft): ComposedAnswer => ({ answer: { text, choicePoints: choicePoints ?? [] }, steps })
const fromPlan = (plan: ToolPlan): ComposedAnswer => ({
  answer: { toolCalls: [{ name: plan.name, arguments: plan.arguments }] },
  steps: plan.steps,
})

/** The call that the request forces or that the text clearly asks for; null for an answer in words. */
function composeCall(request: ChatRequest, task: Task, hasResults: boolean): ComposedAnswer | null {
  const { toolChoice: choice, tools } = request
  if (choice.type === 'none') return null
  const forced =
    choice.type === 'named' ? tools.find(({ name }) => name === choice.name) : choice.type === 'required' ? forcedTool(tools, task) : null
  if (forced) return fromPlan(planCall(forced, task))
  const tool = hasResults ? null : clearestTool(tools, task)
  if (tool === null) return null
  const plan = planCall(tool, task)
  if (plan.missing.length === 0) return fromPlan(plan)
  const missing = plan.missing.map((name) => `“${name}”`).join(' and ')
  return fromDraft({
    text: `I would call ${tool.name}, but I cannot find what to give it as ${missing} in your message.`,
    steps: [{ depth: 1, text: `${tool.name} fits, but the text gives nothing for ${missing}.` }],
  })
}

/** What the writer has to say to a request, and how it came to it. */
export function composeAnswer(request: ChatRequest): ComposedAnswer {
  const task = readTask(request.messages, request.seed)
  const results = toolResults(request.messages)
  const call = composeCall(request, task, results.length > 0)
  if (call !== null) return call
  if (request.format.type === 'text') {
    return fromDraft(results.length > 0 ? answerWithResults(results, request.seed) : answerText(task))
  }
  const cases = readCasesTask(request)
  if (cases !== null) return fromDraft(inventCases(cases))
  const lines = results.flatMap(({ text }) => resultLines(text)).join('\n')
  const data = lines === '' ? task : { ...task, data: `${lines}\n${task.data}`, said: `${lines}\n${task.said}` }
  return fromDraft(answerJson(data, request.format))
}
