import type { Part, PartKind, ProviderEvent } from '@vitrine/contracts'

/** Numbers the parts of one answer and tells of them. Blocks say themselves when their part begins and ends. */
export class PartWriter {
  readonly #emit: (event: ProviderEvent) => void
  #count = 0

  constructor(emit: (event: ProviderEvent) => void) {
    this.#emit = emit
  }

  start(kind: PartKind, fields: { readonly id?: string; readonly name?: string } = {}): number {
    const index = this.#count
    this.#count += 1
    this.#emit({ type: 'part-start', index, kind, ...fields })
    return index
  }

  append(index: number, delta: string): void {
    if (delta !== '') this.#emit({ type: 'part-delta', index, delta })
  }

  end(index: number, part: Part): void {
    this.#emit({ type: 'part-end', index, part })
  }

  whole(part: Extract<Part, { readonly text: string }>): void {
    const index = this.start(part.kind)
    this.append(index, part.text)
    this.end(index, part)
  }

  keep(eventType: string, data: unknown): void {
    this.#emit({ type: 'raw', eventType, data })
  }
}
