import { asFilled, isObject, parsedJson } from '../dialect/json.ts'
import { formatAnswer } from './format-answer.ts'
import { ObjectEnd } from './object-end.ts'

export interface ReasonedPiece {
  readonly kind: 'thinking' | 'text'
  readonly text: string
}

/** Longer than this is no reasoning of this kind, and is not held back. */
const MOST_CHARACTERS = 10_000
/** By then a first key has been seen. */
const ENOUGH_TO_TELL = 200

/**
 * Finds in a text what some models wrote before there was reasoning of its own: `{"reasoning": …, "next_speaker": …, "answer": …}`. What
 * may be the beginning of such an object is held back until it is complete, or certainly is none; then it is the text that it was.
 * @see seeds/001, REQ-003 and EC6
 */
export class JsonReasoning {
  #held = ''
  #end = new ObjectEnd()
  #isPlain = false

  push(delta: string): readonly ReasonedPiece[] {
    const pieces: ReasonedPiece[] = []
    this.#held += delta
    while (this.#held !== '') {
      if (this.#isPlain || !/^\s*(?:\{|$)/.test(this.#held)) return [...pieces, ...this.flush()]
      const length = this.#end.find(this.#held)
      if (length === null) {
        this.#isPlain = this.#held.length > MOST_CHARACTERS || (this.#held.length > ENOUGH_TO_TELL && !this.#held.includes('"reasoning"'))
        return this.#isPlain ? [...pieces, ...this.flush()] : pieces
      }
      for (const piece of renderReasoning(this.#held.slice(0, length))) pieces.push(piece)
      this.#hold(this.#held.slice(length))
    }
    return pieces
  }

  /** The text is over, or no longer looked at: what is held back is shown as it is. */
  flush(): readonly ReasonedPiece[] {
    const held = this.#held
    this.#hold('')
    return textPieces(held)
  }

  #hold(text: string): void {
    this.#held = text
    this.#end = new ObjectEnd()
  }
}

const textPieces = (text: string): readonly ReasonedPiece[] => (text === '' ? [] : [{ kind: 'text', text }])

/** A whole object as thinking and answer where it is one of those, else as the text that it is. */
export function renderReasoning(text: string): readonly ReasonedPiece[] {
  const parsed = parsedJson(text)
  const reasoning = isObject(parsed) ? asFilled(parsed['reasoning']) : null
  if (!isObject(parsed) || reasoning === null || !parsed['next_speaker']) return textPieces(text)
  const answer = parsed['answer'] ?? parsed['response']
  return [{ kind: 'thinking', text: reasoning }, ...(answer === undefined || answer === null ? [] : textPieces(formatAnswer(answer)))]
}
