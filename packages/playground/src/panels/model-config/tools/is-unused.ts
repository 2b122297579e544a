import type { Tool, ToolMock } from '@vitrine/contracts'
import { readJson } from '../response-format/read-json.ts'
import { readSchema } from '../response-format/schema-draft.ts'
import { toolName } from './function-tool.ts'
import { readRawTool } from './read-raw-tool.ts'
import type { Unsaved } from './use-unsaved.ts'

/** Whether something typed into a tool waits for its mistake to be mended. */
export function isUnused(tool: Tool, mock: ToolMock | null, { textOf }: Pick<Unsaved, 'textOf'>): boolean {
  const name = textOf(tool, 'name')
  const parameters = textOf(tool, 'parameters') ?? ''
  const raw = textOf(tool, 'raw')
  const json = mock === null ? undefined : textOf(mock, 'json')
  return (
    (name !== undefined && name !== toolName(tool)) ||
    (parameters.trim() !== '' && readSchema(parameters, false).schema === null) ||
    (raw !== undefined && readRawTool(raw) === null) ||
    (json !== undefined && !readJson(json).ok)
  )
}
