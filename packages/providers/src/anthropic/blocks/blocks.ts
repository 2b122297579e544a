import type { ProviderEvent } from '@vitrine/contracts'
import type { Json } from '../../dialect/json.ts'
import type { Block } from './block.ts'
import { KeptBlock } from './kept-block.ts'
import { PartWriter } from './part-writer.ts'
import { TextBlock } from './text-block.ts'
import { RedactedBlock, ThinkingBlock } from './thinking-block.ts'
import { ToolUseBlock } from './tool-use-block.ts'

type Index = number | null

interface OpenBlock {
  readonly block: Block
  readonly type: unknown
  readonly position: number
}

const asIndex = (value: unknown): Index => (typeof value === 'number' ? value : null)

/** The content blocks of one answer, by their index, and what they add up to. */
export class Blocks {
  readonly #parts: PartWriter
  readonly #open = new Map<Index, OpenBlock>()
  /** In the order in which the blocks began; empty where one holds nothing. */
  readonly #native: (Json | null)[] = []
  #calls = 0
  #saysMore = false
  #isBroken = false

  constructor(emit: (event: ProviderEvent) => void) {
    this.#parts = new PartWriter(emit)
  }

  start(at: unknown, start: Json): void {
    const index = asIndex(at)
    this.stop(index)
    const position = this.#native.push(null) - 1
    this.#open.set(index, { block: this.#create(start), type: start['type'], position })
  }

  delta(at: unknown, delta: Json): void {
    const index = asIndex(at)
    if (!this.#open.has(index)) this.#startUnannounced(index, delta)
    if (this.#open.get(index)?.block.delta(delta) === true) return
    this.#parts.keep(typeof delta['type'] === 'string' ? delta['type'] : 'content_block_delta', delta)
    this.#isBroken = true
  }

  stop(at: unknown): void {
    const index = asIndex(at)
    const open = this.#open.get(index)
    if (open === undefined) return
    this.#open.delete(index)
    const { native, saysMore, isBroken } = open.block.end()
    // Our message tells its text before its calls.
    this.#saysMore ||= saysMore || (open.type === 'text' && native !== null && this.#calls > 0)
    this.#isBroken ||= isBroken === true
    this.#native[open.position] = native
  }

  /** Ends what is still open, in the order of its beginning. */
  end(): void {
    for (const index of this.#open.keys()) this.stop(index)
  }

  refuse(text: string): void {
    this.#parts.whole({ kind: 'refusal', text })
  }

  keep(eventType: string, data: unknown): void {
    this.#parts.keep(eventType, data)
  }

  /** The answer as the provider wrote it, where our message cannot say it all and it can be sent back; else null. */
  toNative(): readonly Json[] | null {
    return this.#saysMore && !this.#isBroken ? this.#native.filter((block) => block !== null) : null
  }

  #create(start: Json): Block {
    switch (start['type']) {
      case 'text':
        return new TextBlock(start, this.#parts)
      case 'thinking':
        return new ThinkingBlock(start, this.#parts)
      case 'redacted_thinking':
        return new RedactedBlock(start, this.#parts)
      case 'tool_use':
        this.#calls += 1
        return new ToolUseBlock(start, this.#parts, this.#calls - 1)
      default:
        return new KeptBlock(start, this.#parts)
    }
  }

  /** Some servers send the text of a block that they never opened. */
  #startUnannounced(index: Index, { type }: Json): void {
    if (type === 'text_delta') this.start(index, { type: 'text', text: '' })
    else if (type === 'thinking_delta' || type === 'signature_delta') this.start(index, { type: 'thinking', thinking: '', signature: '' })
  }
}
