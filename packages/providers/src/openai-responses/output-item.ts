import { asFilled, parsedJson, type Json } from '../dialect/json.ts'
import { callIdOf, familyOf, type ItemFamily } from './item-fields.ts'
import type { OutputPart } from './output-parts.ts'

/** An item of the output while it grows: its parts by their place in it (`content:0`, `summary:1`). */
export interface OutputItem {
  readonly family: ItemFamily
  /** Begun by a piece that names no item: what comes next ends it, since nothing else will. */
  readonly isAnonymous: boolean
  readonly parts: Map<string, OutputPart>
  /** Of a call: what its first event knows of it. */
  readonly callId: string
  readonly name: string
  /** Of a call: arguments that came with its first event, and are not told yet. */
  early: string
  /** Of reasoning: which of its two texts is shown. The other one repeats it. */
  shown: 'summary' | 'content' | null
  isDone: boolean
}

const BLANK = { callId: '', name: '', early: '', shown: null, isDone: false } as const

/** An item that its first event, or itself as a whole, tells of. */
export const announcedItem = (item: Json): OutputItem => ({
  ...BLANK,
  family: familyOf(item),
  isAnonymous: false,
  parts: new Map(),
  callId: callIdOf(item),
  name: asFilled(item['name']) ?? '',
  early: asFilled(item['arguments']) ?? asFilled(item['input']) ?? '',
})

/** An item that begins with a piece of it; `id` is null where the piece names none. */
export const unannouncedItem = (family: ItemFamily, id: string | null, isAnonymous: boolean): OutputItem => ({
  ...BLANK,
  family,
  isAnonymous,
  parts: new Map(),
  callId: id ?? '',
})

/** The beginning that a call's first event held, where the pieces go on from it: a whole one is only said again by them. */
export function takeEarly(item: OutputItem): string {
  const { early } = item
  item.early = ''
  return early !== '' && parsedJson(early) === undefined ? early : ''
}
