import type { ProviderEvent } from '@vitrine/contracts'
import type { SseMessage, StreamReducer } from '../provider.ts'
import { JsonReasoning } from './json-reasoning.ts'

/** Rendering of reasoning that a model writes as JSON into its text. Native reasoning is shown in any case. */
export interface ReasoningInText {
  /** `showReasoningThinking` of the seed; off where absent. */
  readonly isShown: boolean
  /** The models that it is done for, by name; a dated name belongs to its model. */
  readonly allowedModels: readonly string[]
}

export function isAllowed({ isShown, allowedModels }: ReasoningInText, model: string | null): boolean {
  return isShown && model !== null && allowedModels.some((name) => model === name || model.startsWith(`${name}-`))
}

/** A text whose reasoning is being told apart. */
interface OpenText {
  readonly reasoning: JsonReasoning
  /** The part of ours that is written to; null where none is open. */
  index: number | null
  text: string
}

/** Rewrites events so that reasoning in a text is a thinking part before it. Parts are numbered anew, since there are more of them. */
export class ReasoningRewriter {
  readonly #isOn: () => boolean
  readonly #numbers = new Map<number, number>()
  readonly #texts = new Map<number, OpenText>()
  #count = 0

  constructor(isOn: () => boolean) {
    this.#isOn = isOn
  }

  rewrite(events: readonly ProviderEvent[]): readonly ProviderEvent[] {
    return events.flatMap((event) => this.#rewriteOne(event))
  }

  #rewriteOne(event: ProviderEvent): readonly ProviderEvent[] {
    if (event.type === 'part-start') {
      if (event.kind !== 'text' || !this.#isOn()) return [{ ...event, index: this.#next(event.index) }]
      this.#texts.set(event.index, { reasoning: new JsonReasoning(), index: null, text: '' })
      return []
    }
    if (event.type === 'part-delta') {
      const open = this.#texts.get(event.index)
      return open === undefined ? [this.#renumbered(event)] : this.#write(open, event.index, open.reasoning.push(event.delta))
    }
    if (event.type === 'part-end') {
      const open = this.#texts.get(event.index)
      if (open === undefined || event.part.kind !== 'text') return [this.#renumbered(event)]
      const rest = this.#write(open, event.index, open.reasoning.flush())
      this.#texts.delete(event.index)
      if (open.index === null) return rest
      return [...rest, { type: 'part-end', index: open.index, part: { ...event.part, text: open.text } }]
    }
    // Of tokens that are held back nothing was shown yet that they could belong to.
    if (event.type === 'logprobs') return this.#numbers.has(event.index) ? [this.#renumbered(event)] : []
    return [event]
  }

  #write(open: OpenText, from: number, pieces: ReturnType<JsonReasoning['push']>): readonly ProviderEvent[] {
    return pieces.flatMap(({ kind, text }): readonly ProviderEvent[] => {
      if (kind === 'thinking') {
        const index = this.#next()
        return [
          { type: 'part-start', index, kind },
          { type: 'part-delta', index, delta: text },
          { type: 'part-end', index, part: { kind, text } },
        ]
      }
      open.text += text
      if (open.index !== null) return [{ type: 'part-delta', index: open.index, delta: text }]
      const index = this.#next(from)
      open.index = index
      return [
        { type: 'part-start', index, kind },
        { type: 'part-delta', index, delta: text },
      ]
    })
  }

  #next(from?: number): number {
    const index = this.#count
    this.#count += 1
    if (from !== undefined) this.#numbers.set(from, index)
    return index
  }

  #renumbered<Event extends { readonly index: number }>(event: Event): Event {
    return { ...event, index: this.#numbers.get(event.index) ?? event.index }
  }
}

/** An answer that came as a whole, searched for reasoning in its texts. */
export function rewriteAnswer(events: readonly ProviderEvent[], options: ReasoningInText): readonly ProviderEvent[] {
  const model = events.find((event) => event.type === 'response-end')?.model ?? null
  return new ReasoningRewriter(() => isAllowed(options, model)).rewrite(events)
}

/** A reducer whose texts are searched for reasoning. */
export function withReasoningInText(inner: StreamReducer & { readonly model: string | null }, options: ReasoningInText): StreamReducer {
  const rewriter = new ReasoningRewriter(() => isAllowed(options, inner.model))
  return {
    push: (message: SseMessage) => rewriter.rewrite(inner.push(message)),
    end: () => rewriter.rewrite(inner.end()),
  }
}
