import type { ToolCall, ToolLoop, ToolMock, ToolResult } from '@vitrine/contracts'
import { type TemplateCache, inputsOfArguments, renderTemplate } from '@vitrine/templating'
import { type Refusal, refuse } from '../http/refusal.ts'

const FORMAT = 'jinja2'

/** A template that cannot be read is found before anybody is asked. */
export function refuseToolLoop(loop: ToolLoop | undefined, templates: TemplateCache): Refusal | null {
  for (const [name, mock] of Object.entries(loop?.results ?? {})) {
    if (mock.type !== 'template') continue
    const parsed = templates.parse(FORMAT, mock.template)
    if (parsed.ok) continue
    const path = `ag_config.prompt.llm_config.tool_loop.results.${name}.template`
    return refuse('invalid_tools', `The result of the tool ${name} cannot be made: ${parsed.problem.message}`, {
      path,
      issues: [{ path, message: parsed.problem.message }],
    })
  }
  return null
}

type Content = Pick<ToolResult, 'content' | 'failed'>

/** The model reads it, so it says what went wrong with the call. */
const failed = (content: string): Content => ({ content, failed: true })

function contentOf(mock: ToolMock, call: ToolCall, templates: TemplateCache): Content {
  if (mock.type === 'text') return { content: mock.text }
  if (mock.type === 'json') return { content: JSON.stringify(mock.value) ?? 'null' }
  const inputs = inputsOfArguments(call.function.arguments)
  if (inputs === null) return failed('The arguments of this call are not a JSON object.')
  const parsed = templates.parse(FORMAT, mock.template)
  if (!parsed.ok) return failed(parsed.problem.message)
  const rendered = renderTemplate(parsed.template, inputs)
  return rendered.ok ? { content: rendered.text } : failed(rendered.problem.message)
}

/** The results of an answer's calls, in their order; null where there are no calls, or one that only the caller can answer. */
export function answerCalls(calls: readonly ToolCall[], loop: ToolLoop, templates: TemplateCache): readonly ToolResult[] | null {
  const results: ToolResult[] = []
  for (const call of calls) {
    const { name } = call.function
    const mock = Object.hasOwn(loop.results, name) ? loop.results[name] : undefined
    if (mock === undefined) return null
    results.push({ id: call.id, name, ...contentOf(mock, call, templates) })
  }
  return results.length === 0 ? null : results
}
