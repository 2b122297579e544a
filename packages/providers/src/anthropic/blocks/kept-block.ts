import { asText, parsedJson, type Json } from '../../dialect/json.ts'
import type { Block, EndedBlock } from './block.ts'
import type { PartWriter } from './part-writer.ts'

/** A block that is no part of ours: the provider's own tools with their results, and what we know no meaning for. */
export class KeptBlock implements Block {
  #start: Json
  readonly #parts: PartWriter
  #input = ''

  constructor(start: Json, parts: PartWriter) {
    this.#start = start
    this.#parts = parts
  }

  delta({ type, ...fields }: Json): boolean {
    if (type === 'input_json_delta') this.#input += asText(fields['partial_json'])
    // A summary of the conversation comes in one piece.
    else if (type === 'compaction_delta') this.#start = { ...this.#start, ...fields }
    else return false
    return true
  }

  end(): EndedBlock {
    const input = this.#input === '' ? undefined : parsedJson(this.#input)
    const isCut = this.#input !== '' && input === undefined
    const native: Json = this.#input === '' ? this.#start : { ...this.#start, input: isCut ? this.#input : input }
    this.#parts.keep(asText(this.#start['type']) || 'content_block', native)
    return { native, saysMore: true, ...(isCut ? { isBroken: true } : {}) }
  }
}
