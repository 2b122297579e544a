import type { ThinkingSeal } from '../dialect/answer-parts.ts'
import { asFilled, asList, asObject, asText, type Json } from '../dialect/json.ts'

type Field = 'reasoning_content' | 'reasoning' | 'thinking_blocks' | 'reasoning_details'
const FIELDS: readonly Field[] = ['reasoning_content', 'reasoning', 'thinking_blocks', 'reasoning_details']

export interface ReasoningOutput {
  thinking(text: string): void
  seal(seal: ThinkingSeal): void
}

/**
 * Reads thinking out of a delta. Gateways write the same thinking into several fields at once, so the first field that brings text is
 * kept to; another one counts only where that one is silent and it does not repeat the whole of what came.
 */
export class ReasoningReader {
  readonly #output: ReasoningOutput
  #field: Field | null = null
  #soFar = ''

  constructor(output: ReasoningOutput) {
    this.#output = output
  }

  /** Whether the delta brought thinking as text. */
  read(delta: Json): boolean {
    if (!FIELDS.some((field) => Boolean(delta[field]))) return false
    const texts = FIELDS.map((field) => [field, textOf(delta, field)] as const).filter(([, text]) => text !== '')
    const chosen = texts.find(([field]) => field === this.#field) ?? texts[0]
    let hasText = false
    if (chosen !== undefined && !this.#isRepeated(...chosen)) {
      const [field, text] = chosen
      this.#field = field
      this.#soFar += text
      this.#output.thinking(text)
      hasText = true
    }
    for (const seal of sealsOf(delta)) this.#output.seal(seal)
    return hasText
  }

  #isRepeated(field: Field, text: string): boolean {
    return this.#field !== null && field !== this.#field && text.length === this.#soFar.length && text === this.#soFar
  }
}

function textOf(delta: Json, field: Field): string {
  const value = delta[field]
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return asList(value)
    .map((block) => {
      const { thinking, text, summary } = asObject(block) ?? {}
      return asText(thinking) || asText(text) || asText(summary)
    })
    .join('')
}

/** Signatures and encrypted thinking; the same block may be listed under both names, and then counts once. */
function sealsOf(delta: Json): readonly ThinkingSeal[] {
  const seals = new Map<string, ThinkingSeal>()
  for (const block of [...asList(delta['thinking_blocks']), ...asList(delta['reasoning_details'])]) {
    const { type, data, signature } = asObject(block) ?? {}
    const redacted = type === 'redacted_thinking' || type === 'reasoning.encrypted' ? asFilled(data) : null
    if (redacted !== null) seals.set(redacted, { redacted })
    const signed = asFilled(signature)
    if (signed !== null) seals.set(signed, { signature: signed })
  }
  return [...seals.values()]
}
