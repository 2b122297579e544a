import { asFilled, asText, type Json } from '../../dialect/json.ts'
import type { Block, EndedBlock } from './block.ts'
import type { PartWriter } from './part-writer.ts'

/** Thoughts with the signature that lets them be sent back. Where a model shows none of them, the signature comes alone. */
export class ThinkingBlock implements Block {
  readonly #start: Json
  readonly #parts: PartWriter
  #index: number | null = null
  #text = ''
  #signature: string

  constructor(start: Json, parts: PartWriter) {
    this.#start = start
    this.#parts = parts
    this.#signature = asText(start['signature'])
    this.#append(asText(start['thinking']))
  }

  delta({ type, thinking, signature }: Json): boolean {
    if (type === 'thinking_delta') this.#append(asText(thinking))
    else if (type === 'signature_delta') this.#signature = asText(signature)
    else return false
    return true
  }

  end(): EndedBlock {
    const isSigned = this.#signature !== ''
    if (this.#index === null && !isSigned) return { native: null, saysMore: false }
    this.#index ??= this.#parts.start('thinking')
    this.#parts.end(this.#index, { kind: 'thinking', text: this.#text, ...(isSigned ? { signature: this.#signature } : {}) })
    return {
      native: { ...this.#start, thinking: this.#text, signature: this.#signature },
      saysMore: true,
      ...(isSigned ? {} : { isBroken: true }),
    }
  }

  #append(delta: string): void {
    if (delta === '') return
    this.#index ??= this.#parts.start('thinking')
    this.#text += delta
    this.#parts.append(this.#index, delta)
  }
}

/** Thoughts that nobody but the provider can read. */
export class RedactedBlock implements Block {
  readonly #start: Json
  readonly #redacted: string | null

  constructor(start: Json, parts: PartWriter) {
    this.#start = start
    this.#redacted = asFilled(start['data'])
    if (this.#redacted !== null) parts.whole({ kind: 'thinking', text: '', redacted: this.#redacted })
  }

  delta(): boolean {
    return false
  }

  end(): EndedBlock {
    return { native: this.#redacted === null ? null : this.#start, saysMore: true }
  }
}
