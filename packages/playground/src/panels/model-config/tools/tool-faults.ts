import type { Tool } from '@vitrine/contracts'
import { schemaProblems } from '../response-format/schema-problems.ts'
import { functionNames, functionOf, isFunctionTool, isToolName } from './function-tool.ts'

/** What a provider would refuse of a tool as it stands in the settings. `arguments`: what a model calls a function with is an object. */
export type ToolFault = 'name' | 'twice' | 'schema' | 'arguments'

const isAdvice = (code: string): boolean => code === 'strictAdditional' || code === 'strictRequired'

export function nameFault(name: string, others: readonly string[]): 'name' | 'twice' | null {
  if (!isToolName(name)) return 'name'
  return others.includes(name) ? 'twice' : null
}

/** Whether a schema is one of an object: every provider wants that of a function's parameters. */
export const takesObject = (schema: Readonly<Record<string, unknown>>): boolean => schema['type'] === 'object'

export function toolFaults(tools: readonly Tool[], at: number): readonly ToolFault[] {
  const tool = tools[at]
  if (tool === undefined || !isFunctionTool(tool)) return []
  const { name, parameters } = functionOf(tool)
  const faults: (ToolFault | null)[] = [nameFault(name, functionNames(tools.toSpliced(at, 1)))]
  if (parameters !== undefined) {
    const isWrong = schemaProblems(parameters, false).some(({ fault }) => !isAdvice(fault.code))
    faults.push(isWrong ? 'schema' : takesObject(parameters) ? null : 'arguments')
  }
  return faults.filter((fault) => fault !== null)
}
