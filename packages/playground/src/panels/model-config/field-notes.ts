import { type ModelSettings, toCamelCase, toWire } from '@vitrine/contracts'
import type { Cell } from '../../state/cell.ts'
import { field, record, textIn } from '../output/read-meta.ts'

/** What the service had against a field, by the name of the setting. */
export type FieldNotes = ReadonlyMap<string, string>

/** With which providers refuse what stands in a request. */
const REFUSAL_STATUSES: ReadonlySet<unknown> = new Set([400, 422])
const PREFIX = 'ag_config.prompt.llm_config.'

type Refused = Pick<Cell, 'state' | 'failure' | 'request'>

/** A setting that was refused, under its name on the wire, with what was sent for it as JSON. */
interface Refusal {
  readonly name: string
  readonly message: string
  readonly sent: string | undefined
  /** Taken from a provider's words, which may be about something else. */
  readonly isGuess: boolean
}

/** What was refused and still stands as it was refused: a note goes when its field changes. */
export function fieldNotes(cells: Iterable<Refused>, settings: ModelSettings, refusalsOf = readRefusals): FieldNotes {
  const notes = new Map<string, string>()
  const now = record(toWire(settings))
  for (const cell of cells)
    for (const { name, message, sent, isGuess } of refusalsOf(cell)) {
      const setting = toCamelCase(name)
      if (notes.has(setting) || sent !== JSON.stringify(field(now, name))) continue
      if (isGuess && !namesAny(message, settings.extraBody)) continue
      notes.set(setting, message)
    }
  return notes
}

/** Reads what a failure says of settings once, however often the notes are made: with thousands of failures they are made every frame. */
export function createRefusals(): typeof readRefusals {
  const read = new WeakMap<Refused, readonly Refusal[]>()
  return (cell) => {
    const known = read.get(cell) ?? readRefusals(cell)
    read.set(cell, known)
    return known
  }
}

function readRefusals({ state, failure, request }: Refused): readonly Refusal[] {
  if (state !== 'failed') return []
  const settings = sentSettings(request?.body)
  const refusal = (name: string, message: string, isGuess = false): Refusal => ({
    name,
    message,
    sent: JSON.stringify(field(settings, name)),
    isGuess,
  })
  const said = REFUSAL_STATUSES.has(field(failure?.meta, 'provider_status')) ? textIn(failure?.meta, 'provider_message') : null
  const issues = field(failure?.meta, 'issues')
  const named = (Array.isArray(issues) ? issues : []).flatMap((one: unknown) => {
    const path = textIn(record(one), 'path') ?? ''
    const message = textIn(record(one), 'message')
    const name = path.startsWith(PREFIX) ? /^\w+/.exec(path.slice(PREFIX.length))?.[0] : undefined
    return message === null || name === undefined ? [] : [refusal(name, message)]
  })
  return said === null ? named : [refusal('extra_body', said, true), ...named]
}

/** Whether a provider's words name a field that was added to its request. Nothing else tells which of them it did not take. */
const namesAny = (said: string, extra: ModelSettings['extraBody'] = {}): boolean => {
  const names = Object.keys(extra)
  if (names.length === 0) return false
  const words = new Set(said.match(/[\w-]+/g))
  return names.some((name) => words.has(name))
}

const sentSettings = (body: unknown): Readonly<Record<string, unknown>> | undefined =>
  ['ag_config', 'prompt', 'llm_config'].reduce(
    (at: Readonly<Record<string, unknown>> | undefined, name) => record(field(at, name)),
    record(body),
  )
