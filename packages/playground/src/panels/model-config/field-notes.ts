import { type ModelSettings, toCamelCase, toWire } from '@vitrine/contracts'
import type { Cell } from '../../state/cell.ts'
import { field, record, textIn } from '../output/read-meta.ts'

/** What the service had against a field, by the name of the setting. */
export type FieldNotes = ReadonlyMap<string, string>

const PREFIX = 'ag_config.prompt.llm_config.'

/** What was refused and still stands as it was refused: a note goes when its field changes. */
export function fieldNotes(cells: Iterable<Pick<Cell, 'state' | 'failure' | 'request'>>, settings: ModelSettings): FieldNotes {
  const notes = new Map<string, string>()
  const now = record(toWire(settings))
  for (const { state, failure, request } of cells) {
    const issues = state === 'failed' ? field(failure?.meta, 'issues') : undefined
    if (!Array.isArray(issues)) continue
    const sent = sentSettings(request?.body)
    for (const issue of issues.map((one: unknown) => record(one))) {
      const path = textIn(issue, 'path') ?? ''
      const message = textIn(issue, 'message')
      if (message === null || !path.startsWith(PREFIX)) continue
      const name = /^\w+/.exec(path.slice(PREFIX.length))?.[0]
      if (name === undefined || JSON.stringify(field(sent, name)) !== JSON.stringify(field(now, name))) continue
      const setting = toCamelCase(name)
      if (!notes.has(setting)) notes.set(setting, message)
    }
  }
  return notes
}

const sentSettings = (body: unknown): Readonly<Record<string, unknown>> | undefined =>
  ['ag_config', 'prompt', 'llm_config'].reduce(
    (at: Readonly<Record<string, unknown>> | undefined, name) => record(field(at, name)),
    record(body),
  )
