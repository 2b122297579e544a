import type { ModelSettings, Tool, ToolLoop, ToolMock } from '@vitrine/contracts'
import { isObject, member, textMember } from '../../../exchange/data/json-object.ts'
import type { SettingsPatch } from '../with-settings.ts'
import { functionNames, isFunctionTool, withFunction } from './function-tool.ts'

type ToolSettings = Pick<ModelSettings, 'tools' | 'toolChoice' | 'toolLoop'>
type ToolPatch = Pick<SettingsPatch, 'tools' | 'toolChoice' | 'toolLoop'>

const NO_TOOLS: readonly Tool[] = []
const EMPTY_SCHEMA = { type: 'object', properties: {}, required: [] } as const

export const toolsOf = ({ tools = NO_TOOLS }: ToolSettings): readonly Tool[] => tools

export const mockOf = ({ toolLoop }: ToolSettings, name: string): ToolMock | null =>
  toolLoop === undefined ? null : readMock(member(toolLoop.results, name))

/** What is no result, as a file may hold it, counts as none and stays where it is. */
const readMock = (held: unknown): ToolMock | null => (isMock(held) ? held : null)

function isMock(held: unknown): held is ToolMock {
  if (!isObject(held)) return false
  const type = textMember(held, 'type')
  if (type === 'json') return Object.hasOwn(held, 'value')
  return (type === 'text' || type === 'template') && textMember(held, type) !== undefined
}

/** A name that no other function has: the wanted one, or it with a number. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  const stem = wanted.replace(/_\d+$/, '').slice(0, 60)
  for (let number = 2; ; number++) if (!taken.includes(`${stem}_${number}`)) return `${stem}_${number}`
}

/** A tool to begin with: complete, so that nothing is refused before anything is typed. */
export const newTool = (tools: readonly Tool[]): Tool => ({
  type: 'function',
  function: { name: freeName('new_tool', functionNames(tools)), parameters: EMPTY_SCHEMA },
})

export const addTools = (settings: ToolSettings, added: readonly Tool[]): ToolPatch => ({ tools: [...toolsOf(settings), ...added] })

export const replaceTool = (settings: ToolSettings, at: number, tool: Tool): ToolPatch => ({ tools: toolsOf(settings).with(at, tool) })

/** Its result and a choice of it go by the new name then. */
export function renameTool(settings: ToolSettings, at: number, name: string): ToolPatch {
  const tools = toolsOf(settings)
  const tool = tools[at]
  if (tool === undefined || !isFunctionTool(tool)) return {}
  const before = tool.function.name
  const isShared = functionNames(tools.toSpliced(at, 1)).includes(before)
  const mock = mockOf(settings, before)
  const { toolChoice, toolLoop } = settings
  const isChosen = !isShared && typeof toolChoice === 'object' && toolChoice.function.name === before
  const left = isShared ? toolLoop : withoutResult(toolLoop, before)
  return {
    tools: tools.with(at, withFunction(tool, { name })),
    ...(isChosen && { toolChoice: { type: 'function', function: { name } } }),
    ...(mock !== null && mockOf(settings, name) === null && { toolLoop: withResult(left, name, mock) }),
  }
}

/** Without tools there is nothing to choose from, and nothing that could be called. */
export function removeTool(settings: ToolSettings, at: number): ToolPatch {
  const tools = toolsOf(settings)
  const removed = tools[at]
  const left = tools.toSpliced(at, 1)
  if (left.length === 0) return { tools: undefined, toolChoice: undefined, toolLoop: undefined }
  if (removed === undefined || !isFunctionTool(removed) || functionNames(left).includes(removed.function.name)) return { tools: left }
  const { toolChoice } = settings
  const { name } = removed.function
  return {
    tools: left,
    ...(typeof toolChoice === 'object' && toolChoice.function.name === name && { toolChoice: undefined }),
    ...(mockOf(settings, name) !== null && { toolLoop: withoutResult(settings.toolLoop, name) }),
  }
}

/** A copy below it, under a name of its own and with the same result. */
export function duplicateTool(settings: ToolSettings, at: number): ToolPatch {
  const tools = toolsOf(settings)
  const tool = tools[at]
  if (tool === undefined) return {}
  if (!isFunctionTool(tool)) return { tools: tools.toSpliced(at + 1, 0, { ...tool }) }
  const name = freeName(tool.function.name, functionNames(tools))
  const mock = mockOf(settings, tool.function.name)
  return {
    tools: tools.toSpliced(at + 1, 0, withFunction(tool, { name })),
    ...(mock !== null && { toolLoop: withResult(settings.toolLoop, name, mock) }),
  }
}

export function moveTool(settings: ToolSettings, at: number, to: number): ToolPatch {
  const tools = toolsOf(settings)
  const tool = tools[at]
  return tool === undefined || to < 0 || to >= tools.length ? {} : { tools: tools.toSpliced(at, 1).toSpliced(to, 0, tool) }
}

/** Null takes the result away: its calls are the caller's to answer then. */
export const withMock = (settings: ToolSettings, name: string, mock: ToolMock | null): ToolPatch => ({
  toolLoop: mock === null ? withoutResult(settings.toolLoop, name) : withResult(settings.toolLoop, name, mock),
})

export function withRounds({ toolLoop }: ToolSettings, maxRounds: number | null): ToolPatch {
  const { maxRounds: _before, ...rest } = toolLoop ?? { results: {} }
  return { toolLoop: kept(maxRounds === null ? rest : { ...rest, maxRounds }) }
}

const withResult = (loop: ToolLoop | undefined, name: string, mock: ToolMock): ToolLoop => ({
  ...loop,
  // Names are anybody's: `__proto__` becomes a member like any other.
  results: Object.fromEntries([...Object.entries(loop?.results ?? {}), [name, mock]]),
})

const withoutResult = (loop: ToolLoop | undefined, name: string): ToolLoop | undefined =>
  loop && kept({ ...loop, results: Object.fromEntries(Object.entries(loop.results).filter(([held]) => held !== name)) })

const kept = (loop: ToolLoop): ToolLoop | undefined =>
  loop.maxRounds === undefined && Object.keys(loop.results).length === 0 ? undefined : loop
