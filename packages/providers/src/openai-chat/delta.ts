import type { ProviderEvent } from '@vitrine/contracts'
import { toTokenLogprobs } from '../dialect/logprobs.ts'
import type { AnswerParts } from '../dialect/answer-parts.ts'
import { ReasoningReader } from './reasoning.ts'
import { ThinkTags } from './think-tags.ts'
import { ToolCallReader } from './tool-calls.ts'
import { asFilled, asList, asObject, asText, type Json } from '../dialect/json.ts'

const KNOWN: ReadonlySet<string> = new Set([
  'role',
  'content',
  'refusal',
  'tool_calls',
  'function_call',
  'annotations',
  'reasoning',
  'reasoning_content',
  'reasoning_details',
  'thinking_blocks',
  'provider_specific_fields',
])

/** Writes one choice after another into the parts of the answer; a whole `message` is read as one large delta. */
export class DeltaReader {
  readonly #parts: AnswerParts
  readonly #emit: (event: ProviderEvent) => void
  readonly #tags: ThinkTags
  readonly #reasoning: ReasoningReader
  readonly #calls: ToolCallReader

  constructor(parts: AnswerParts, emit: (event: ProviderEvent) => void) {
    this.#parts = parts
    this.#emit = emit
    const thinking = (text: string): void => parts.append('thinking', text)
    this.#tags = new ThinkTags({ thinking, text: (text) => parts.append('text', text) })
    this.#reasoning = new ReasoningReader({ thinking, seal: (seal) => parts.seal(seal) })
    this.#calls = new ToolCallReader(parts)
  }

  read(choice: Json, delta: Json | null): void {
    if (delta !== null) this.#readDelta(delta)
    const logprobs = asObject(choice['logprobs'])
    if (logprobs !== null) this.#readLogprobs(logprobs)
  }

  end(): void {
    this.#tags.end()
    this.#calls.end()
  }

  #readDelta(delta: Json): void {
    if (this.#reasoning.read(delta)) this.#tags.disable()
    const { content, refusal, tool_calls: calls, function_call: call, annotations } = delta
    if (typeof content === 'string') this.#tags.push(content)
    else for (const part of asList(content)) this.#readContentPart(part)
    const refused = asFilled(refusal)
    if (refused !== null) this.#parts.append('refusal', refused)
    for (const one of asList(calls)) this.#calls.read(one)
    if (asObject(call) !== null) this.#calls.read({ index: 0, function: call })
    for (const annotation of asList(annotations)) this.#parts.annotate(annotation)
    this.#keepUnknown(delta)
  }

  /** Mistral's way: the content as a list of text and thinking. */
  #readContentPart(value: unknown): void {
    const part = asObject(value)
    if (part?.['type'] === 'text') this.#tags.push(asText(part['text']))
    else if (part?.['type'] === 'thinking') {
      const inner = asList(part['thinking']).map((one) => asText(asObject(one)?.['text']))
      this.#parts.append('thinking', inner.join('') || asText(part['thinking']))
    } else this.#emit({ type: 'raw', eventType: 'content', data: value })
  }

  #readLogprobs(logprobs: Json): void {
    const tokens = toTokenLogprobs(logprobs['content'] ?? logprobs['refusal'])
    const index = this.#parts.current
    if (tokens.length > 0 && index !== null) this.#emit({ type: 'logprobs', index, tokens })
  }

  /** Structures that we know no meaning for (images, audio) are kept; single values are in the wire view. */
  #keepUnknown(delta: Json): void {
    for (const name of Object.keys(delta)) {
      if (!KNOWN.has(name) && typeof delta[name] === 'object' && delta[name] !== null) {
        this.#emit({ type: 'raw', eventType: `delta.${name}`, data: delta[name] })
      }
    }
  }
}
