import type { PartKind, ProviderEvent, TokenLogprob } from '@vitrine/contracts'

/** A part of the answer while it grows. */
export interface OutputPart {
  readonly index: number
  readonly kind: PartKind
  /** Of a call alone. */
  id: string
  name: string
  text: string
  annotations: unknown[]
  hasLogprobs: boolean
  isOpen: boolean
}

/** The parts of one answer, in the order in which they begin; any number of them may be open at once. */
export class OutputParts {
  readonly #emit: (event: ProviderEvent) => void
  readonly #kinds = new Set<PartKind>()
  #count = 0

  constructor(emit: (event: ProviderEvent) => void) {
    this.#emit = emit
  }

  /** Whether a part of this kind began since `forget`. */
  has(kind: PartKind): boolean {
    return this.#kinds.has(kind)
  }

  forget(): void {
    this.#kinds.clear()
  }

  start(kind: PartKind, id = '', name = ''): OutputPart {
    const part: OutputPart = { index: this.#count, kind, id, name, text: '', annotations: [], hasLogprobs: false, isOpen: true }
    this.#count += 1
    this.#kinds.add(kind)
    this.#emit({ type: 'part-start', index: part.index, kind, ...(id === '' ? {} : { id }), ...(name === '' ? {} : { name }) })
    return part
  }

  append(part: OutputPart, delta: string): void {
    if (!part.isOpen || delta === '') return
    part.text += delta
    this.#emit({ type: 'part-delta', index: part.index, delta })
  }

  logprobs(part: OutputPart, tokens: readonly TokenLogprob[]): void {
    if (tokens.length === 0) return
    part.hasLogprobs = true
    this.#emit({ type: 'logprobs', index: part.index, tokens })
  }

  /** `whole` is the provider's last word on the part: it completes what came in pieces, and counts where it says otherwise. */
  end(part: OutputPart, whole = ''): void {
    if (!part.isOpen) return
    if (whole.length > part.text.length && whole.startsWith(part.text)) this.append(part, whole.slice(part.text.length))
    else if (whole !== '') part.text = whole
    part.isOpen = false
    const { index, kind, text, id, name, annotations } = part
    if (kind === 'tool-call') {
      // A call without an id could not be answered: the next request names it.
      this.#emit({ type: 'part-end', index, part: { kind, id: id === '' ? `call_${index}` : id, name, arguments: text } })
    } else if (kind === 'text')
      this.#emit({ type: 'part-end', index, part: { kind, text, ...(annotations.length === 0 ? {} : { annotations }) } })
    else this.#emit({ type: 'part-end', index, part: { kind, text } })
  }
}
