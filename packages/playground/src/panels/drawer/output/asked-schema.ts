import type { Cell } from '../../../state/cell.ts'
import { field, record, textIn } from '../../output/read-meta.ts'

export interface AskedSchema {
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
}

/** The schema that a run asked its answer to have: as the provider was sent it, else as the service was. Null where none was asked. */
export function askedSchema({ wire, request }: Pick<Cell, 'wire' | 'request'>): AskedSchema | null {
  const sent = record(parsed(wire.at(-1)?.request.body))
  const asked = inFormat(record(field(sent, 'response_format')))
  if (asked) return asked
  const prompt = record(field(record(field(record(request?.body), 'ag_config')), 'prompt'))
  return inFormat(record(field(record(field(prompt, 'llm_config')), 'response_format')))
}

function inFormat(format: Readonly<Record<string, unknown>> | undefined): AskedSchema | null {
  if (textIn(format, 'type') !== 'json_schema') return null
  const asked = record(field(format, 'json_schema'))
  const schema = record(field(asked, 'schema'))
  return schema ? { name: textIn(asked, 'name') ?? '', schema } : null
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
