import { type ModelSettings, toCamelCase, toWire } from '@vitrine/contracts'
import type { Cell } from '../../state/cell.ts'
import { field, record, textIn } from '../output/read-meta.ts'

/** What the service had against a field, by the name of the setting. */
export type FieldNotes = ReadonlyMap<string, string>

/** With which providers refuse what stands in a request. */
const REFUSALS: ReadonlySet<unknown> = new Set([400, 422])
const PREFIX = 'ag_config.prompt.llm_config.'

/** What was refused and still stands as it was refused: a note goes when its field changes. */
export function fieldNotes(cells: Iterable<Pick<Cell, 'state' | 'failure' | 'request'>>, settings: ModelSettings): FieldNotes {
  const notes = new Map<string, string>()
  const now = record(toWire(settings))
  for (const { state, failure, request } of cells) {
    if (state !== 'failed') continue
    const sent = sentSettings(request?.body)
    const isUnchanged = (name: string) => JSON.stringify(field(sent, name)) === JSON.stringify(field(now, name))
    const said = REFUSALS.has(field(failure?.meta, 'provider_status')) ? textIn(failure?.meta, 'provider_message') : null
    if (said !== null && isUnchanged('extra_body') && namesAny(said, settings.extraBody) && !notes.has('extraBody'))
      notes.set('extraBody', said)
    const issues = field(failure?.meta, 'issues')
    if (!Array.isArray(issues)) continue
    for (const issue of issues.map((one: unknown) => record(one))) {
      const path = textIn(issue, 'path') ?? ''
      const message = textIn(issue, 'message')
      if (message === null || !path.startsWith(PREFIX)) continue
      const name = /^\w+/.exec(path.slice(PREFIX.length))?.[0]
      if (name === undefined || !isUnchanged(name)) continue
      const setting = toCamelCase(name)
      if (!notes.has(setting)) notes.set(setting, message)
    }
  }
  return notes
}

/** Whether a provider's words name a field that was added to its request. Nothing else tells which of them it did not take. */
const namesAny = (said: string, extra: ModelSettings['extraBody'] = {}): boolean => {
  const words = new Set(said.match(/[\w-]+/g))
  return Object.keys(extra).some((name) => words.has(name))
}

const sentSettings = (body: unknown): Readonly<Record<string, unknown>> | undefined =>
  ['ag_config', 'prompt', 'llm_config'].reduce(
    (at: Readonly<Record<string, unknown>> | undefined, name) => record(field(at, name)),
    record(body),
  )
