import type { Tool } from '@vitrine/contracts'
import { isObject, member } from '../../../exchange/data/json-object.ts'

export type FunctionTool = Extract<Tool, { readonly type: 'function' }>

const isAbsent = (value: unknown): boolean => value === undefined || value === null

/**
 * A tool that is edited by its fields. What belongs to a provider is shown as it is, and so is what says that it is a function and is
 * none: files are written by anybody.
 */
export function isFunctionTool(tool: Tool): tool is FunctionTool {
  const made = member(tool, 'function')
  if (tool.type !== 'function' || !isObject(made) || typeof member(made, 'name') !== 'string') return false
  const [description, parameters, strict] = ['description', 'parameters', 'strict'].map((name) => member(made, name))
  return (
    (isAbsent(description) || typeof description === 'string') &&
    (isAbsent(parameters) || isObject(parameters)) &&
    (isAbsent(strict) || typeof strict === 'boolean')
  )
}

/** The function without what is blank: a null is an absent field. */
export function functionOf({ function: made }: FunctionTool): FunctionTool['function'] {
  const entries = Object.entries(made).filter(([, value]) => !isAbsent(value))
  return { name: made.name, ...Object.fromEntries(entries) }
}

/** What OpenAI, and with it nearly everybody, takes as the name of a function. */
export const isToolName = (name: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(name)

/** What a tool goes by; of what is no function, its type. */
export const toolName = (tool: Tool): string => (isFunctionTool(tool) ? tool.function.name : tool.type)

/** The names that calls can have. */
export const functionNames = (tools: readonly Tool[]): readonly string[] =>
  tools.filter(isFunctionTool).map(({ function: { name } }) => name)

/** Some member of the function changed; undefined takes one out. What else the tool holds stays. */
export function withFunction(tool: FunctionTool, patch: { readonly [Key in keyof FunctionTool['function']]?: unknown }): FunctionTool {
  const entries = Object.entries({ ...tool.function, ...patch }).filter(([, value]) => value !== undefined)
  return { ...tool, function: { name: tool.function.name, ...Object.fromEntries(entries) } }
}
