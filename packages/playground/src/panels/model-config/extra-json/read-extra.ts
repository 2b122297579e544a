import type { ModelSettings } from '@vitrine/contracts'
import { toWire } from '@vitrine/contracts'
import { isObject } from '../../../exchange/data/json-object.ts'
import { type JsonFault, readJson } from '../response-format/read-json.ts'

type Extra = NonNullable<ModelSettings['extraBody']>

/** Something about a place in the text: what stops it, or what its writer should know. */
export type ExtraFinding =
  | { readonly kind: 'json'; readonly fault: JsonFault }
  | { readonly kind: 'no-object' }
  /** The same field is set in the form, or made of the messages; what stands here is sent. */
  | { readonly kind: 'replaces'; readonly name: string }

export interface PlacedFinding {
  readonly finding: ExtraFinding
  /** UTF-16 units from the start. */
  readonly offset: number
}

/** `fields` null: it cannot be used; empty: nothing is added. */
export interface ExtraReading {
  readonly fields: Extra | null
  readonly findings: readonly PlacedFinding[]
}

/** What every request has, whatever is set: its messages by both their names, its model and how it is answered. */
const ALWAYS: ReadonlySet<string> = new Set(['messages', 'input', 'model', 'stream'])
/** What the form sets under names that no provider is sent. */
const OURS: ReadonlySet<string> = new Set(['tool_loop', 'api', 'extra_body'])

const NOTHING: Extra = {}

/** Fields to merge into a provider's request, out of the text that somebody writes. Whatever a field is called, it is only a field. */
export function readExtra(text: string, settings: ModelSettings): ExtraReading {
  if (text.trim() === '') return { fields: NOTHING, findings: [] }
  const reading = readJson(text)
  if (!reading.ok) return { fields: null, findings: [{ finding: { kind: 'json', fault: reading.fault }, offset: reading.offset }] }
  const { value, offsetOf } = reading
  if (!isObject(value)) return { fields: null, findings: [{ finding: { kind: 'no-object' }, offset: offsetOf([]) }] }
  const set = new Set(Object.keys(toWire(settings)).filter((name) => !OURS.has(name)))
  const replaced = Object.keys(value).filter((name) => ALWAYS.has(name) || set.has(name))
  return {
    fields: value,
    findings: replaced.map((name) => ({ finding: { kind: 'replaces', name }, offset: offsetOf([name]) })),
  }
}

/** As it stands in the editor; nothing where nothing is added. */
export const extraText = (extra: Extra | undefined): string =>
  extra === undefined || Object.keys(extra).length === 0 ? '' : JSON.stringify(extra, null, 2)
