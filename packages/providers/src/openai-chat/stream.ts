import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import type { SseMessage, StreamReducer } from '../provider.ts'
import type { ChatExtension } from './chat-extension.ts'
import { EventOutbox } from '../dialect/event-outbox.ts'
import { DeltaReader } from './delta.ts'
import { readInnerFailure } from '../dialect/read-failure.ts'
import { findError } from '../dialect/error-facts.ts'
import { toFinishReason } from './finish-reason.ts'
import { gatewayOfHeaders } from '../dialect/litellm-gateway.ts'
import { AnswerParts } from '../dialect/answer-parts.ts'
import { mergeUsage, toTokenUsage } from '../dialect/usage.ts'
import { asFilled, asList, asObject, isObject, parsedJson, type Json } from '../dialect/json.ts'

type Headers = Readonly<Record<string, string>>
const DONE = '[DONE]'

/**
 * Reduces the chunks of a chat completion to our events.
 *
 * After an error only usage and cost are still read. Work and memory grow with the length of the answer, not with its square.
 */
export class ChatReducer implements StreamReducer {
  readonly #headers: Headers
  readonly #extension: ChatExtension | null
  readonly #parts: AnswerParts
  readonly #delta: DeltaReader
  readonly #out = new EventOutbox()
  #usage: Json | null = null
  #native: string | null = null
  #responseId: string | null = null
  #model: string | null = null
  #isDone = false
  #isOver = false

  constructor(headers: Headers, extension: ChatExtension | null = null) {
    this.#headers = headers
    this.#extension = extension
    const emit = (event: ProviderEvent): void => {
      this.#out.push(event)
      if (event.type === 'part-end') extension?.part(event.part)
    }
    this.#parts = new AnswerParts(emit)
    this.#delta = new DeltaReader(this.#parts, emit)
  }

  get wantsComments(): boolean {
    return this.#extension !== null && this.#extension.wantsComments
  }

  push({ event, data, unterminated, comment }: SseMessage): readonly ProviderEvent[] {
    if (this.#isOver) return []
    if (comment !== undefined) return this.#out.hasFailed ? [] : [{ type: 'heartbeat' }]
    if (data.trim() === DONE) {
      this.#isDone = true
      return this.end()
    }
    const chunk = parsedJson(data)
    if (isObject(chunk)) this.pushChunk(event === 'error' && findError(chunk) === null ? { error: chunk } : chunk)
    else this.#readGarbage(event, data, unterminated === true)
    return this.#out.take()
  }

  /** One chunk as an object; its events are taken with the next `push` or `end`. */
  pushChunk(chunk: Json): void {
    const { id, model, choices, usage } = chunk
    this.#responseId ??= asFilled(id)
    this.#model ??= asFilled(model)
    this.#extension?.chunk(chunk)
    this.#noteUsage(usage ?? asObject(chunk['x_groq'])?.['usage'])
    const list = asList(choices)
    let error = findError(chunk)
    for (const choice of list) {
      const { index, finish_reason: native, usage: choiceUsage, error: choiceError } = asObject(choice) ?? {}
      if (!isObject(choice) || (index !== undefined && index !== null && index !== 0)) {
        this.#out.keep('choice', choice)
        continue
      }
      this.#noteUsage(choiceUsage)
      this.#native ??= asFilled(native)
      error ??= isObject(choiceError) ? choiceError : null
      if (!this.#out.hasFailed && error === null) this.#readChoice(choice)
    }
    if (error !== null) this.#fail(readInnerFailure({ error }, this.#headers).error)
    else if (list.length === 0 && !isObject(usage)) this.#out.keep(asFilled(chunk['object']) ?? 'chunk', chunk)
  }

  #readChoice(choice: Json): void {
    const piece = asObject(choice['delta'])
    const delta = piece ?? asObject(choice['message'])
    if (delta !== null) this.#extension?.delta(delta, piece === null)
    this.#delta.read(choice, delta)
  }

  /** `isWhole`: the answer came in one piece, which declares its own end. */
  end(isWhole = false): readonly ProviderEvent[] {
    if (isWhole) this.#isDone = true
    if (this.#isOver) return this.#out.take()
    this.#isOver = true
    this.#delta.end()
    const { hasRefusal, hasCalls } = this.#parts
    if (!this.#out.hasFailed) this.#parts.close()
    this.#out.tellUsage(this.#usage, toTokenUsage, this.#headers)
    if (this.#out.hasFailed) return this.#out.take()
    if (this.#native === 'error' || (this.#native === null && !this.#isDone)) this.#out.push({ type: 'error', error: this.#endError() })
    else {
      const native = this.#extension?.toNative() ?? null
      const gateway = this.#extension?.gateway() ?? gatewayOfHeaders(this.#headers)
      this.#out.push({
        type: 'response-end',
        finishReason: toFinishReason({ native: this.#native, hasRefusal, hasCalls }),
        nativeFinishReason: this.#native,
        ...(this.#responseId === null ? {} : { responseId: this.#responseId }),
        ...(this.#model === null ? {} : { model: this.#model }),
        ...(native === null ? {} : { native }),
        ...(gateway === null ? {} : { gateway }),
      })
    }
    return this.#out.take()
  }

  #endError(): ErrorDetail {
    if (this.#native === 'error') {
      return {
        code: 'provider_error',
        message: 'The provider ended its answer with an error that it does not name. What had arrived is kept. Run it again.',
        meta: { provider_code: 'error', retryable: true },
      }
    }
    return {
      code: 'provider_error',
      message:
        'The stream ended before the answer did: the provider or something on the way closed it. What had arrived is kept. Run it again.',
      meta: { interrupted: true, retryable: true },
    }
  }

  #readGarbage(event: string | undefined, data: string, isCutOff: boolean): void {
    this.#out.keep(event ?? 'garbled', data)
    // A last event without its end is not garbled but cut off: the end of the stream says so.
    if (isCutOff) return
    this.#fail({
      code: 'provider_error',
      message: 'The provider sent an event that is garbled: it is not JSON. What had arrived before is kept. Run it again.',
      meta: { provider_code: 'garbled', retryable: true },
    })
  }

  #fail(error: ErrorDetail): void {
    if (this.#out.hasFailed) return
    this.#delta.end()
    this.#parts.close()
    this.#out.hasFailed = true
    this.#out.push({ type: 'error', error })
  }

  #noteUsage(usage: unknown): void {
    if (isObject(usage)) this.#usage = mergeUsage(this.#usage, usage)
  }
}
