import { asList, asText, type Json } from '../../dialect/json.ts'
import type { Block, EndedBlock } from './block.ts'
import type { PartWriter } from './part-writer.ts'

/** Text, and what it cites. Its part begins with its first character: a block may stay empty. */
export class TextBlock implements Block {
  readonly #start: Json
  readonly #parts: PartWriter
  readonly #citations: unknown[]
  #index: number | null = null
  #text = ''

  constructor(start: Json, parts: PartWriter) {
    this.#start = start
    this.#parts = parts
    this.#citations = [...asList(start['citations'])]
    this.#append(asText(start['text']))
  }

  delta({ type, text, citation }: Json): boolean {
    if (type === 'text_delta') this.#append(asText(text))
    else if (type === 'citations_delta') this.#citations.push(citation)
    else return false
    return true
  }

  end(): EndedBlock {
    const cited = this.#citations.length > 0
    if (this.#index === null) return { native: null, saysMore: false }
    this.#parts.end(this.#index, { kind: 'text', text: this.#text, ...(cited ? { annotations: this.#citations } : {}) })
    return { native: { ...this.#start, text: this.#text, ...(cited ? { citations: this.#citations } : {}) }, saysMore: cited }
  }

  #append(delta: string): void {
    if (delta === '') return
    this.#index ??= this.#parts.start('text')
    this.#text += delta
    this.#parts.append(this.#index, delta)
  }
}
