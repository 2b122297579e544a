import type { WireBlock, WireTurn } from '../wire.ts'

/** The turns of a conversation while it is written: two in a row of one speaker are one. */
export class Turns {
  readonly #turns: { readonly role: WireTurn['role']; readonly blocks: WireBlock[] }[] = []

  get isEmpty(): boolean {
    return this.#turns.length === 0
  }

  /** Whether the last turn is one that an instruction may follow or join. */
  get mayInstruct(): boolean {
    const role = this.#turns.at(-1)?.role
    return role === 'user' || role === 'system'
  }

  add(role: WireTurn['role'], blocks: readonly WireBlock[]): void {
    const last = this.#turns.at(-1)
    if (last?.role === role) last.blocks.push(...blocks)
    else this.#turns.push({ role, blocks: [...blocks] })
  }

  toWire(): readonly WireTurn[] {
    return this.#turns.map(({ role, blocks }) => ({ role, content: plainText(blocks) ?? blocks }))
  }
}

/** A turn that is one text and nothing else goes as that text. */
function plainText(blocks: readonly WireBlock[]): string | null {
  const [block] = blocks
  if (blocks.length !== 1 || block === undefined || block['type'] !== 'text' || Object.keys(block).length !== 2) return null
  return typeof block['text'] === 'string' ? block['text'] : null
}
