import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { findError } from '../dialect/error-facts.ts'
import { asFilled, asList, asObject, isObject, parsedJson, type Json } from '../dialect/json.ts'
import { GARBLED, INTERRUPTED } from '../dialect/stream-faults.ts'
import { costOfHeaders, costOfUsage } from '../dialect/cost.ts'
import { gatewayOfHeaders } from '../dialect/litellm-gateway.ts'
import type { SseMessage, StreamReducer } from '../provider.ts'
import { Blocks } from './blocks/blocks.ts'
import { readInnerFailure } from './failure.ts'
import { toFinishReason } from './finish-reason.ts'
import { toTokenUsage } from './usage.ts'

type Headers = Readonly<Record<string, string>>
const DONE = '[DONE]'

/**
 * Reduces the events of a streamed message to ours. What an event is stands in its data; its `event:` line may be missing.
 *
 * After an error only usage is still read. Work and memory grow with the length of the answer, not with its square.
 */
export class MessagesReducer implements StreamReducer {
  readonly #headers: Headers
  readonly #blocks: Blocks
  #out: ProviderEvent[] = []
  #usage: Json | null = null
  /** At its start a message reports one token of output: only the count at its end is one. */
  #isCounted = false
  #native: string | null = null
  #refusal: string | null = null
  #responseId: string | null = null
  #model: string | null = null
  #isDone = false
  #isWhole = false
  #hasFailed = false
  #isOver = false

  constructor(headers: Headers) {
    this.#headers = headers
    this.#blocks = new Blocks((event) => void this.#out.push(event))
  }

  push({ event, data, unterminated }: SseMessage): readonly ProviderEvent[] {
    if (this.#isOver) return []
    if (data.trim() === DONE) {
      this.#isDone = true
      return this.end()
    }
    const parsed = parsedJson(data)
    if (isObject(parsed)) this.#read(event, parsed)
    else if (event !== 'ping') this.#readGarbage(event, data, unterminated === true)
    return this.#isDone ? this.end() : this.#take()
  }

  /** A whole answer, which declares its own end; its events are taken with `end`. */
  pushMessage(message: Json): void {
    this.#noteMessage(message)
    this.#isCounted = true
    this.#isWhole = true
    this.#isDone = true
  }

  end(): readonly ProviderEvent[] {
    if (this.#isOver) return this.#take()
    this.#isOver = true
    if (!this.#hasFailed) {
      this.#blocks.end()
      if (this.#refusal !== null) this.#blocks.refuse(this.#refusal)
    }
    this.#report()
    if (this.#hasFailed) return this.#take()
    if (this.#native === null && !this.#isDone) this.#out.push({ type: 'error', error: INTERRUPTED })
    else this.#out.push(this.#responseEnd())
    return this.#take()
  }

  #read(event: string | undefined, data: Json): void {
    const type = asFilled(data['type']) ?? event
    if (event === 'error' || type === 'error' || findError(data) !== null) {
      this.#fail(readInnerFailure(findError(data) === null ? { error: data } : data, this.#headers).error)
      return
    }
    if (type === 'message_delta') this.#readMessageDelta(data)
    if (this.#hasFailed) return
    switch (type) {
      case 'message_start':
        this.#noteMessage(asObject(data['message']) ?? {})
        break
      case 'content_block_start':
        this.#startBlock(data['index'], asObject(data['content_block']) ?? {})
        break
      case 'content_block_delta':
        this.#blocks.delta(data['index'], asObject(data['delta']) ?? {})
        break
      case 'content_block_stop':
        this.#blocks.stop(data['index'])
        break
      case 'message_stop':
        this.#isDone = true
        break
      case 'message_delta':
      case 'ping':
        break
      default:
        this.#blocks.keep(type ?? 'event', data)
    }
  }

  #noteMessage(message: Json): void {
    const { id, model, usage, content } = message
    this.#responseId = asFilled(id) ?? this.#responseId
    this.#model = asFilled(model) ?? this.#model
    this.#noteUsage(usage)
    for (const [position, block] of asList(content).entries()) {
      if (isObject(block)) this.#startBlock(position, block)
      else this.#blocks.keep('content', block)
      this.#blocks.stop(position)
    }
    this.#noteStop(message)
  }

  #startBlock(index: unknown, block: Json): void {
    // Where another model took over, this block names it.
    if (block['type'] === 'fallback') this.#model = asFilled(asObject(block['to'])?.['model']) ?? this.#model
    this.#blocks.start(index, block)
  }

  #readMessageDelta({ delta, usage }: Json): void {
    if (isObject(usage)) this.#isCounted = true
    this.#noteUsage(usage)
    if (!this.#hasFailed) this.#noteStop(asObject(delta) ?? {})
  }

  #noteStop({ stop_reason: reason, stop_details: details }: Json): void {
    this.#native ??= asFilled(reason)
    if (!isObject(details)) return
    this.#blocks.keep('stop_details', details)
    if (details['type'] === 'refusal') this.#refusal = asFilled(details['explanation'])
  }

  /** A later report of the same answer completes or corrects an earlier one, field by field. */
  #noteUsage(usage: unknown): void {
    if (!isObject(usage)) return
    this.#usage = { ...this.#usage, ...Object.fromEntries(Object.entries(usage).filter(([, value]) => value !== null)) }
  }

  #report(): void {
    if (this.#usage !== null) {
      const usage = this.#isCounted ? toTokenUsage(this.#usage) : null
      if (usage !== null) this.#out.push({ type: 'usage', ...usage })
      else if (!this.#hasFailed) this.#blocks.keep('usage', this.#usage)
    }
    // Anthropic sends no bills; gateways in front of it do.
    const cost =
      (this.#isCounted ? costOfUsage(this.#usage ?? {}, this.#headers) : null) ?? (this.#isWhole ? costOfHeaders(this.#headers) : null)
    if (cost !== null) this.#out.push(cost)
  }

  #responseEnd(): ProviderEvent {
    const items = this.#blocks.toNative()
    const gateway = gatewayOfHeaders(this.#headers)
    return {
      type: 'response-end',
      finishReason: toFinishReason(this.#native),
      nativeFinishReason: this.#native,
      ...(this.#responseId === null ? {} : { responseId: this.#responseId }),
      ...(this.#model === null ? {} : { model: this.#model }),
      ...(items === null ? {} : { native: { dialect: 'anthropic', items } }),
      ...(gateway === null ? {} : { gateway }),
    }
  }

  #readGarbage(event: string | undefined, data: string, isCutOff: boolean): void {
    if (!this.#hasFailed) this.#blocks.keep(event ?? 'garbled', data)
    // A last event without its end is not garbled but cut off: the end of the stream says so.
    if (!isCutOff) this.#fail(GARBLED)
  }

  #fail(error: ErrorDetail): void {
    if (this.#hasFailed) return
    this.#blocks.end()
    this.#hasFailed = true
    this.#out.push({ type: 'error', error })
  }

  #take(): readonly ProviderEvent[] {
    const out = this.#out
    if (out.length === 0) return out
    this.#out = []
    return out
  }
}
