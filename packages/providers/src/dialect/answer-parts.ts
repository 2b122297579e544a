import type { Part, ProviderEvent } from '@vitrine/contracts'
import { jsonOf } from './json.ts'

type TextKind = 'text' | 'thinking' | 'refusal'

interface OpenPart {
  readonly index: number
  text: string
  signature?: string
  redacted?: string
}

export interface OpenCall {
  readonly index: number
  id: string
  name: string
  arguments: string
}

/** What seals a thinking part: a signature, or the opaque stand-in for what is not shown. */
export interface ThinkingSeal {
  readonly signature?: string
  readonly redacted?: string
}

/**
 * The parts of one answer while they grow, and the events that tell of them. Text, refusal and calls stay open to the end, since more may
 * come for each of them; thinking ends where something else begins, and text where thinking sets in again.
 */
export class AnswerParts {
  readonly #emit: (event: ProviderEvent) => void
  readonly #open = new Map<TextKind, OpenPart>()
  readonly #calls: OpenCall[] = []
  readonly #annotations = new Map<string, unknown>()
  #count = 0
  #current: number | null = null

  constructor(emit: (event: ProviderEvent) => void) {
    this.#emit = emit
  }

  /** The part that was written to last; null before the first. */
  get current(): number | null {
    return this.#current
  }

  get hasRefusal(): boolean {
    return this.#open.has('refusal')
  }

  get hasCalls(): boolean {
    return this.#calls.length > 0
  }

  append(kind: TextKind, delta: string): void {
    if (kind === 'thinking') this.#closeText('text')
    else this.#closeText('thinking')
    let part = this.#open.get(kind)
    if (part === undefined) {
      part = { index: this.#start({ kind }), text: '' }
      this.#open.set(kind, part)
    }
    part.text += delta
    this.#current = part.index
    this.#emit({ type: 'part-delta', index: part.index, delta })
  }

  seal(seal: ThinkingSeal): void {
    const open = this.#open.get('thinking')
    if (open !== undefined && (seal.redacted === undefined || open.redacted === undefined)) {
      Object.assign(open, seal)
      return
    }
    const index = this.#start({ kind: 'thinking' })
    this.#emit({ type: 'part-end', index, part: { kind: 'thinking', text: '', ...seal } })
  }

  annotate(annotation: unknown): void {
    this.#annotations.set(jsonOf(annotation), annotation)
  }

  startCall(id: string, name: string): OpenCall {
    this.#closeText('thinking')
    const call: OpenCall = {
      index: this.#start({ kind: 'tool-call', ...(id === '' ? {} : { id }), ...(name === '' ? {} : { name }) }),
      id,
      name,
      arguments: '',
    }
    this.#calls.push(call)
    return call
  }

  appendToCall(call: OpenCall, delta: string): void {
    call.arguments += delta
    this.#current = call.index
    this.#emit({ type: 'part-delta', index: call.index, delta })
  }

  /** Ends every part that is still open, in their order. */
  close(): void {
    const endings: (() => void)[] = []
    for (const [kind, { index }] of this.#open) endings[index] = () => this.#closeText(kind)
    for (const [position, call] of this.#calls.entries()) {
      const { index, id, name, arguments: text } = call
      // A call without an id could not be answered: the next request names it.
      endings[index] = () =>
        this.#emit({ type: 'part-end', index, part: { kind: 'tool-call', id: id === '' ? `call_${position}` : id, name, arguments: text } })
    }
    for (const end of endings) end?.()
    this.#calls.length = 0
  }

  #start(fields: { readonly kind: Part['kind']; readonly id?: string; readonly name?: string }): number {
    const index = this.#count
    this.#count += 1
    this.#current = index
    this.#emit({ type: 'part-start', index, ...fields })
    return index
  }

  #closeText(kind: TextKind): void {
    const open = this.#open.get(kind)
    if (open === undefined) return
    this.#open.delete(kind)
    const { index, ...rest } = open
    this.#emit({
      type: 'part-end',
      index,
      part: kind === 'text' ? { kind, text: rest.text, ...this.#takeAnnotations() } : { kind, ...rest },
    })
  }

  #takeAnnotations(): { readonly annotations?: readonly unknown[] } {
    if (this.#annotations.size === 0) return {}
    const annotations = [...this.#annotations.values()]
    this.#annotations.clear()
    return { annotations }
  }
}
