import { asList, isObject, jsonOf, type Json } from '../dialect/json.ts'

type Detail = Record<string, unknown>

/** The field of a detail that comes in pieces, by the detail's type. Encrypted reasoning comes whole, and is never touched. */
const GROWING: ReadonlyMap<unknown, string> = new Map([
  ['reasoning.text', 'text'],
  ['reasoning.summary', 'summary'],
])

/**
 * Gathers `reasoning_details` as they have to be sent back: unmodified and in their order.
 *
 * A stream tells of one block in many pieces with the same `index`, the signature last and alone. A signature vouches for the whole text,
 * so the pieces go back as the block that they are; sent back as pieces they are refused.
 * @see https://openrouter.ai/docs/guides/best-practices/reasoning-tokens#preserving-reasoning
 * @see https://github.com/agno-agi/agno/issues/8794
 */
export class ReasoningDetails {
  readonly #details: unknown[] = []
  readonly #open = new Map<string, Detail>()

  /** `isWhole`: from an answer in one piece, whose blocks are complete. */
  add(value: unknown, isWhole: boolean): void {
    for (const detail of asList(value)) {
      if (isWhole || !isObject(detail)) this.#details.push(detail)
      else this.#addPiece(detail)
    }
  }

  toList(): readonly unknown[] {
    return this.#details
  }

  #addPiece(piece: Json): void {
    const grows = GROWING.get(piece['type'])
    if (grows === undefined) {
      this.#details.push(piece)
      return
    }
    const place = `${grows} ${jsonOf(piece['index'])}`
    const open = this.#open.get(place)
    if (open === undefined || !continues(open, piece, grows)) {
      const begun = { ...piece }
      this.#open.set(place, begun)
      this.#details.push(begun)
      return
    }
    const text = piece[grows]
    for (const [name, value] of Object.entries(piece)) {
      if (name !== grows && (open[name] ?? null) === null) open[name] = value
    }
    if (typeof text === 'string') open[grows] = typeof open[grows] === 'string' ? open[grows] + text : text
  }
}

/** Whether a piece belongs to the block before it: not once that is signed and more text comes, nor under another id. */
function continues(open: Detail, piece: Json, grows: string): boolean {
  const brings = typeof piece[grows] === 'string' && piece[grows] !== ''
  if (typeof open['signature'] === 'string' && brings) return false
  return typeof open['id'] !== 'string' || typeof piece['id'] !== 'string' || open['id'] === piece['id']
}
