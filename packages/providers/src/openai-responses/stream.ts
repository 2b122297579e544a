import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { findError } from '../dialect/error-facts.ts'
import { asFilled, asList, asObject, isObject, parsedJson, type Json } from '../dialect/json.ts'
import { GARBLED, INTERRUPTED } from '../dialect/stream-faults.ts'
import { EventOutbox } from '../dialect/event-outbox.ts'
import { gatewayOfHeaders } from '../dialect/litellm-gateway.ts'
import type { SseMessage, StreamReducer } from '../provider.ts'
import { errorOfEvent, errorOfResponse } from './failure.ts'
import { toFinishReason } from './finish-reason.ts'
import { keptAnswer } from './kept-answer.ts'
import { OutputParts } from './output-parts.ts'
import { OutputReader } from './output-reader.ts'
import { ENDS, FRAMES, SLOTS } from './stream-slots.ts'
import { toResponsesUsage } from './usage.ts'

type Headers = Readonly<Record<string, string>>
const DONE = '[DONE]'

/**
 * Reduces the events of the Responses API to ours.
 *
 * After an error only the usage of the response is still read. An event that is no JSON leaves a hole: what follows is read, and the end is
 * an error that says so. Work and memory grow with the length of the answer, not with its square.
 */
export class ResponsesReducer implements StreamReducer {
  readonly #headers: Headers
  readonly #parts: OutputParts
  readonly #output: OutputReader
  readonly #out = new EventOutbox()
  #response: Json = {}
  #usage: Json | null = null
  #status: string | null = null
  #isDeclared = false
  #isGarbled = false
  /** Of the response that is being read. */
  #hasOutput = false
  #isOver = false

  constructor(headers: Headers) {
    this.#headers = headers
    const emit = (event: ProviderEvent): void => this.#out.push(event)
    this.#parts = new OutputParts(emit)
    this.#output = new OutputReader(this.#parts, emit)
  }

  /** The model that answers; null until the provider says. */
  get model(): string | null {
    return asFilled(this.#response['model'])
  }

  push({ event, data, unterminated }: SseMessage): readonly ProviderEvent[] {
    if (this.#isOver) return []
    // Some servers end their stream with it; the end of the answer is a response, and may even come behind it.
    if (data.trim() === DONE) return this.#isDeclared ? this.end() : []
    const parsed = parsedJson(data)
    if (isObject(parsed)) this.#read(parsed, asFilled(parsed['type']) ?? event ?? '')
    else {
      this.#out.keep(event ?? 'garbled', data)
      // A last event without its end is not garbled but cut off: the end of the stream says so.
      if (unterminated !== true) this.#isGarbled = true
    }
    return this.#out.take()
  }

  /** An answer that came as a whole. */
  pushWhole(response: Json): void {
    this.#finish(response, asFilled(response['status']) ?? 'completed')
  }

  end(): readonly ProviderEvent[] {
    if (this.#isOver) return this.#out.take()
    this.#isOver = true
    if (!this.#out.hasFailed) this.#output.close()
    if (!this.#out.hasFailed && this.#isGarbled && this.#isDeclared) this.#fail(GARBLED)
    this.#out.tellUsage(this.#usage, toResponsesUsage, this.#headers)
    if (this.#out.hasFailed) return this.#out.take()
    if (this.#isDeclared) this.#out.push(this.#endEvent())
    else this.#out.push({ type: 'error', error: INTERRUPTED })
    return this.#out.take()
  }

  #read(event: Json, type: string): void {
    const response = asObject(event['response'])
    if (response !== null) this.#response = response
    const end = ENDS.get(type)
    if (end !== undefined) return this.#finish(response ?? {}, asFilled(response?.['status']) ?? end)
    if (this.#out.hasFailed) return
    if (type === 'response.created') return this.#begin()
    if (type === 'error' || type === 'response.error' || (!type.startsWith('response.') && findError(event) !== null))
      return this.#fail(errorOfEvent(event, this.#headers))
    if (this.#readOutput(event, type)) this.#hasOutput = true
    else if (type === 'keepalive') this.#out.push({ type: 'heartbeat' })
    else if (!FRAMES.has(type)) this.#out.keep(type === '' ? 'event' : type, event)
  }

  #readOutput(event: Json, type: string): boolean {
    const slot = SLOTS.get(type.replace(/\.(?:delta|done)$/, ''))
    if (slot !== undefined && type.endsWith('.delta')) this.#output.piece(event, slot)
    else if (slot !== undefined && type.endsWith('.done')) this.#output.whole(event, slot)
    else if (type === 'response.output_item.added') this.#output.added(event)
    else if (type === 'response.output_item.done') this.#output.done(event)
    else if (type === 'response.output_text.annotation.added') this.#output.annotation(event)
    else return false
    return true
  }

  /**
   * A response is over. The answer is not before the stream is: a gateway that answers the calls of tools itself sends one response after
   * the other, and the last one's end and usage count. Items that came in pieces are in the response again; where nothing came in pieces
   * they are read from there.
   */
  #finish(response: Json, status: string): void {
    this.#isDeclared = true
    this.#status = status
    this.#response = response
    if (isObject(response['usage'])) this.#usage = response['usage']
    if (this.#out.hasFailed) return
    if (!this.#hasOutput) this.#output.wholeOutput(asList(response['output']))
    this.#output.close()
    if (status === 'failed' || isObject(response['error'])) this.#fail(errorOfResponse(response, this.#headers))
    else if (status === 'incomplete') this.#out.keep('response.incomplete_details', response['incomplete_details'])
  }

  #begin(): void {
    this.#isDeclared = false
    this.#hasOutput = false
    this.#parts.forget()
  }

  #endEvent(): ProviderEvent {
    const { id, model } = this.#response
    const responseId = asFilled(id)
    const { items: told } = this.#output
    const items = told.length > 0 ? told : asList(this.#response['output']).filter(isObject)
    const native = this.#status === 'completed' ? keptAnswer(items, this.#response) : null
    const gateway = gatewayOfHeaders(this.#headers)
    return {
      type: 'response-end',
      finishReason: toFinishReason({
        status: this.#status,
        incompleteReason: asFilled(asObject(this.#response['incomplete_details'])?.['reason']),
        hasRefusal: this.#parts.has('refusal'),
        hasCalls: this.#parts.has('tool-call'),
      }),
      nativeFinishReason: this.#status,
      ...(responseId === null ? {} : { responseId }),
      ...(typeof model === 'string' && model !== '' ? { model } : {}),
      ...(native === null ? {} : { native }),
      ...(gateway === null ? {} : { gateway }),
    }
  }

  #fail(error: ErrorDetail): void {
    if (this.#out.hasFailed) return
    this.#output.close()
    this.#out.hasFailed = true
    this.#out.push({ type: 'error', error })
  }
}
