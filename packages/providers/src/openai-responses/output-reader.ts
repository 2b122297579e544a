import type { ProviderEvent } from '@vitrine/contracts'
import { asFilled, asList, asObject, asText, type Json } from '../dialect/json.ts'
import { toTokenLogprobs } from '../dialect/logprobs.ts'
import { argumentsOf, callIdOf, contentsOf, familyOf } from './item-fields.ts'
import { ItemIndex } from './item-index.ts'
import { announcedItem, takeEarly, type OutputItem } from './output-item.ts'
import type { OutputPart, OutputParts } from './output-parts.ts'
import type { Slot } from './stream-slots.ts'
import { textOfDelta } from './text-of-delta.ts'

/** Reads the items of the output, in pieces and whole, into the parts of the answer. */
export class OutputReader {
  readonly #parts: OutputParts
  readonly #emit: (event: ProviderEvent) => void
  readonly #items = new ItemIndex()
  readonly #done: Json[] = []

  constructor(parts: OutputParts, emit: (event: ProviderEvent) => void) {
    this.#parts = parts
    this.#emit = emit
  }

  /** The items that are complete, as they came. */
  get items(): readonly Json[] {
    return this.#done
  }

  /** `response.output_item.added`. */
  added(event: Json): void {
    const item = asObject(event['item'])
    if (item === null) return
    this.#endAnonymous()
    const opened = this.#items.add(announcedItem(item), item['id'], event['output_index'])
    if (opened.family === 'call') this.#callPart(opened)
    else if (opened.family === 'other') this.#emit({ type: 'raw', eventType: 'response.output_item.added', data: item })
  }

  /** A piece of a part. */
  piece(event: Json, slot: Slot): void {
    const item = this.#items.findOrAdd(slot.family, event)
    const delta = textOfDelta(event['delta'])
    if (item.isDone || delta === '' || !this.#isShown(item, slot)) return
    const part = this.#partAt(item, slot, event[slot.counter])
    if (slot.kind === 'tool-call') this.#parts.append(part, takeEarly(item))
    this.#parts.append(part, delta)
    if (slot.kind === 'text') this.#parts.logprobs(part, toTokenLogprobs(event['logprobs']))
  }

  /** A part is complete, and said again as a whole. */
  whole(event: Json, slot: Slot): void {
    const item = this.#items.findOrAdd(slot.family, event)
    const text = asText(event[slot.field])
    if (item.isDone || !this.#isShown(item, slot)) return
    const known = item.parts.get(placeOf(slot, event[slot.counter]))
    if (known === undefined && text === '') return
    const part = known ?? this.#partAt(item, slot, event[slot.counter])
    // A text's annotations may still follow, and a call's name: the end of the item ends these.
    if (slot.kind === 'thinking' || slot.kind === 'refusal') this.#parts.end(part, text)
    else if (text.startsWith(part.text)) this.#parts.append(part, text.slice(part.text.length))
  }

  annotation(event: Json): void {
    const item = this.#items.find('message', event['item_id'], event['output_index'])
    const part = item?.parts.get(`content:${numberOf(event['content_index'])}`)
    if (part?.isOpen === true) part.annotations.push(event['annotation'])
    else this.#emit({ type: 'raw', eventType: 'response.output_text.annotation.added', data: event })
  }

  /** `response.output_item.done`. One that is said to be done twice is the same. */
  done(event: Json): void {
    const item = asObject(event['item']) ?? {}
    const known = this.#items.find(familyOf(item), item['id'], event['output_index'])
    if (known === null) this.#endAnonymous()
    if (known?.isDone !== true) this.#complete(known ?? this.#items.add(announcedItem(item), item['id'], event['output_index']), item)
  }

  /** An output that came as a whole: each item is one of its own, whatever it is called. */
  wholeOutput(output: readonly unknown[]): void {
    for (const value of output) {
      const item = asObject(value) ?? {}
      this.#complete(this.#items.add(announcedItem(item), null, null), item)
    }
  }

  #complete(open: OutputItem, item: Json): void {
    if (open.family === 'message') this.#completeMessage(open, item)
    else if (open.family === 'reasoning') this.#completeReasoning(open, item)
    else if (open.family === 'call') this.#completeCall(open, item)
    else this.#emit({ type: 'raw', eventType: asFilled(item['type']) ?? 'item', data: item })
    this.#end(open)
    this.#done.push(item)
  }

  /** The stream is over; calls that only their first event told of are told as that event had them. */
  close(): void {
    for (const item of this.#items.open) this.#end(item)
  }

  #completeMessage(open: OutputItem, item: Json): void {
    for (const [position, value] of contentsOf(item).entries()) {
      const content = asObject(value) ?? {}
      const kind =
        content['type'] === 'refusal' ? 'refusal' : content['type'] === 'output_text' || content['type'] === 'text' ? 'text' : null
      if (kind === null) {
        this.#emit({ type: 'raw', eventType: asFilled(content['type']) ?? 'content', data: value })
        continue
      }
      const text = asText(content[kind])
      const place = `content:${position}`
      if (text === '' && !open.parts.has(place)) continue
      const part = open.parts.get(place) ?? this.#start(open, place, kind)
      const annotations = asList(content['annotations'])
      if (annotations.length > 0) part.annotations = [...annotations]
      if (!part.hasLogprobs && part.isOpen) this.#parts.logprobs(part, toTokenLogprobs(content['logprobs']))
      this.#parts.end(part, text)
    }
  }

  #completeReasoning(open: OutputItem, item: Json): void {
    const content = asList(item['content'])
    const field = open.shown ?? (content.some((one) => asText(asObject(one)?.['text']) !== '') ? 'content' : 'summary')
    for (const [position, value] of asList(item[field]).entries()) {
      const text = asText(asObject(value)?.['text'])
      const place = `${field}:${position}`
      if (text === '' && !open.parts.has(place)) continue
      this.#parts.end(open.parts.get(place) ?? this.#start(open, place, 'thinking'), text)
    }
  }

  #completeCall(open: OutputItem, item: Json): void {
    const part = this.#callPart(open)
    part.id = callIdOf(item) === '' ? part.id : callIdOf(item)
    part.name = asFilled(item['name']) ?? part.name
    open.early = ''
    this.#parts.end(part, argumentsOf(item))
  }

  #end(item: OutputItem): void {
    this.#items.end(item)
    for (const part of item.parts.values()) this.#parts.end(part, part.text === '' ? item.early : '')
  }

  #endAnonymous(): void {
    for (const item of this.#items.open) if (item.isAnonymous) this.#end(item)
  }

  #isShown(item: OutputItem, { family, list }: Slot): boolean {
    if (family !== 'reasoning') return true
    item.shown ??= list
    return item.shown === list
  }

  #partAt(item: OutputItem, slot: Slot, counter: unknown): OutputPart {
    if (slot.kind === 'tool-call') return this.#callPart(item)
    const place = placeOf(slot, counter)
    return item.parts.get(place) ?? this.#start(item, place, slot.kind)
  }

  #callPart(item: OutputItem): OutputPart {
    const known = item.parts.get('call')
    if (known !== undefined) return known
    const part = this.#parts.start('tool-call', item.callId, item.name)
    item.parts.set('call', part)
    return part
  }

  #start(item: OutputItem, place: string, kind: OutputPart['kind']): OutputPart {
    const part = this.#parts.start(kind)
    item.parts.set(place, part)
    return part
  }
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const placeOf = (slot: Slot, counter: unknown): string => `${slot.list}:${numberOf(counter)}`
