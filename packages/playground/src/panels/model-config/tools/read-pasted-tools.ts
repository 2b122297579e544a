import type { Tool } from '@vitrine/contracts'
import { isList, isObject, type JsonObject, member, textMember } from '../../../exchange/data/json-object.ts'
import { type JsonFault, placeAt, readJson } from '../response-format/read-json.ts'
import { freeName, toolsOf } from './edited-tools.ts'
import { functionNames, isFunctionTool, withFunction } from './function-tool.ts'

/** UTF-16 units; a longer text is nobody's list of tools. */
const MOST_CHARACTERS = 1_000_000
/** As many as a provider takes at once. */
const MOST_TOOLS = 128

export interface PastedTool {
  readonly tool: Tool
  /** What it was called, where the name was taken. */
  readonly renamedFrom?: string
  /** Members that only its own provider has a meaning for. */
  readonly leftOut: readonly string[]
}

export type Pasted =
  | { readonly ok: true; readonly tools: readonly PastedTool[] }
  | { readonly ok: false; readonly fault: 'long' | 'many' | 'none' }
  | { readonly ok: false; readonly fault: 'json'; readonly json: JsonFault; readonly line: number; readonly column: number }
  /** `number` counts the items from 1. */
  | { readonly ok: false; readonly fault: 'item'; readonly number: number }

/**
 * Tools out of a text: a list as OpenAI (chat completions or Responses) or Anthropic takes it, one tool, or a request that holds such a
 * list. Whatever its shape, a function becomes a tool of ours; a tool of another type stays as it is. All of it or nothing.
 */
export function readPastedTools(text: string, settings: Parameters<typeof toolsOf>[0]): Pasted {
  if (text.length > MOST_CHARACTERS) return { ok: false, fault: 'long' }
  const reading = readJson(text)
  if (!reading.ok) return { ok: false, fault: 'json', json: reading.fault, ...placeAt(text, reading.offset) }
  const items = listIn(reading.value)
  const there = toolsOf(settings)
  if (items.length === 0) return { ok: false, fault: 'none' }
  if (items.length + there.length > MOST_TOOLS) return { ok: false, fault: 'many' }
  const tools: PastedTool[] = []
  const taken = [...functionNames(there)]
  for (const [at, item] of items.entries()) {
    const read = isObject(item) ? toTool(item) : null
    if (read === null) return { ok: false, fault: 'item', number: at + 1 }
    const named = underFreeName(read, taken)
    taken.push(...functionNames([named.tool]))
    tools.push(named)
  }
  return { ok: true, tools }
}

function listIn(value: unknown): readonly unknown[] {
  if (isList(value)) return value
  if (!isObject(value)) return [value]
  const held = member(value, 'tools') ?? member(value, 'functions')
  return isList(held) ? held : [value]
}

function toTool(item: JsonObject): PastedTool | null {
  const type = textMember(item, 'type')
  const made = member(item, 'function')
  if (isObject(made))
    return functionOf(
      made,
      made,
      Object.keys(item).filter((name) => name !== 'type' && name !== 'function'),
    )
  const schema = member(item, 'input_schema') ?? member(item, 'inputSchema')
  if (schema !== undefined || type === 'function' || type === undefined)
    return functionOf(item, { ...item, parameters: schema ?? item['parameters'] }, [])
  return type === 'custom' && textMember(item, 'name') !== undefined && !Object.hasOwn(item, 'format')
    ? functionOf(item, item, [])
    : { tool: { ...item, type }, leftOut: [] }
}

const TAKEN = new Set(['type', 'name', 'description', 'parameters', 'strict', 'input_schema', 'inputSchema'])

function functionOf(source: JsonObject, made: JsonObject, beside: readonly string[]): PastedTool | null {
  const name = textMember(made, 'name')
  const parameters = member(made, 'parameters')
  if (name === undefined || (parameters !== undefined && parameters !== null && !isObject(parameters))) return null
  const description = textMember(made, 'description')
  const strict = member(made, 'strict')
  const leftOut = [...beside, ...Object.keys(source).filter((key) => !TAKEN.has(key) && source[key] !== null)]
  return {
    tool: {
      type: 'function',
      function: {
        name,
        ...(description === undefined ? {} : { description }),
        ...(isObject(parameters) ? { parameters } : {}),
        ...(typeof strict === 'boolean' ? { strict } : {}),
      },
    },
    leftOut,
  }
}

function underFreeName(pasted: PastedTool, taken: readonly string[]): PastedTool {
  const { tool } = pasted
  if (!isFunctionTool(tool)) return pasted
  const { name } = tool.function
  const free = freeName(name, taken)
  return free === name ? pasted : { ...pasted, tool: withFunction(tool, { name: free }), renamedFrom: name }
}
