import { asObject, asText, isObject, jsonOf, parsedJson, type Json } from '../../dialect/json.ts'
import type { Block, EndedBlock } from './block.ts'
import type { PartWriter } from './part-writer.ts'

/** A call of one of our tools. Its arguments stay the text that they came as, also where they are cut off. */
export class ToolUseBlock implements Block {
  readonly #start: Json
  readonly #parts: PartWriter
  readonly #index: number
  readonly #id: string
  readonly #name: string
  #arguments = ''

  constructor(start: Json, parts: PartWriter, position: number) {
    this.#start = start
    this.#parts = parts
    // A call without an id could not be answered: the next request names it.
    this.#id = asText(start['id']) || `call_${position}`
    this.#name = asText(start['name'])
    this.#index = parts.start('tool-call', { id: this.#id, ...(this.#name === '' ? {} : { name: this.#name }) })
  }

  delta({ type, partial_json: piece }: Json): boolean {
    if (type !== 'input_json_delta') return false
    this.#append(asText(piece))
    return true
  }

  end(): EndedBlock {
    // A call without arguments has none to stream.
    if (this.#arguments === '') this.#append(isObject(this.#start['input']) ? jsonOf(this.#start['input']) : '{}')
    this.#parts.end(this.#index, { kind: 'tool-call', id: this.#id, name: this.#name, arguments: this.#arguments })
    const input = asObject(parsedJson(this.#arguments))
    return {
      native: { ...this.#start, id: this.#id, input },
      saysMore: this.#isIndirect(),
      ...(input === null ? { isBroken: true } : {}),
    }
  }

  /** Called by code that runs at the provider, or belonging to a set of tools: neither fits into a call of ours. */
  #isIndirect(): boolean {
    const { caller, toolset_name: toolset } = this.#start
    const by = asObject(caller)?.['type'] ?? 'direct'
    return by !== 'direct' || (toolset !== undefined && toolset !== null)
  }

  #append(delta: string): void {
    this.#arguments += delta
    this.#parts.append(this.#index, delta)
  }
}
