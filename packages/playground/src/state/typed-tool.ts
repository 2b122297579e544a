import type { ModelSettings, Tool, ToolMock } from '@vitrine/contracts'

const NOTHING: readonly never[] = []

/** Where in the tools and their results somebody types; null for what is added, taken away, moved or chosen. */
export function typedTool(before: ModelSettings, after: ModelSettings): string | null {
  const { tools: from = NOTHING } = before
  const { tools: to = NOTHING } = after
  if (from.length !== to.length) return null
  const [at, ...others] = to.flatMap((tool, index) => (tool === from[index] ? [] : [index]))
  if (others.length > 0) return null
  if (at === undefined) return typedResult(before, after)
  return strictOf(from[at]) === strictOf(to[at]) ? `tool ${at}` : null
}

function strictOf(tool: Tool | undefined): unknown {
  const made = tool?.['function']
  return typeof made === 'object' && made !== null && 'strict' in made ? made.strict : undefined
}

function typedResult({ toolLoop: from }: ModelSettings, { toolLoop: to }: ModelSettings): string | null {
  if (from === undefined || to === undefined || from === to) return null
  const results = new Map<string, ToolMock>(Object.entries(from.results))
  const next = Object.entries(to.results)
  if (results.size !== next.length) return null
  const [changed, ...others] = next.filter(([name, mock]) => results.get(name) !== mock)
  if (changed === undefined) return 'tool rounds'
  const [name, mock] = changed
  return others.length === 0 && results.get(name)?.type === mock.type ? `tool result ${name}` : null
}
