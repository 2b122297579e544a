const OPEN = '<think>'
const CLOSE = '</think>'
// A tag counts only where the answer begins with it, but for a few line breaks.
const MAX_LEAD_CHARS = 64

export interface ThinkTagOutput {
  thinking(text: string): void
  text(text: string): void
}

/** Parts thinking from text where a model writes its thinking into the text, between tags, split over deltas anywhere. */
export class ThinkTags {
  readonly #output: ThinkTagOutput
  #state: 'lead' | 'thinking' | 'text' = 'lead'
  /** What may be the beginning of a tag. */
  #held = ''
  /** White space before the first thought: nothing but that is no thought. */
  #blank = ''
  #hasThought = false

  constructor(output: ThinkTagOutput) {
    this.#output = output
  }

  /** The provider shows thinking apart, so tags in the text are text. */
  disable(): void {
    if (this.#state === 'lead') this.end()
  }

  push(delta: string): void {
    if (this.#state === 'text') {
      if (delta !== '') this.#output.text(delta)
    } else if (this.#state === 'thinking') {
      this.#pushThinking(delta)
    } else {
      this.#pushLead(delta)
    }
  }

  /** No more text follows: what was held back for a tag that did not come is delivered. */
  end(): void {
    const held = this.#held
    this.#held = ''
    if (this.#state === 'thinking') {
      this.#emitThinking(held)
    } else if (held !== '') {
      this.#output.text(held)
    }
    this.#state = 'text'
  }

  #pushLead(delta: string): void {
    this.#held += delta
    const start = this.#held.trimStart()
    if (start.startsWith(OPEN)) {
      this.#held = ''
      this.#state = 'thinking'
      this.#pushThinking(start.slice(OPEN.length))
    } else if (!OPEN.startsWith(start) || this.#held.length > MAX_LEAD_CHARS) {
      this.end()
    }
  }

  #pushThinking(delta: string): void {
    const text = this.#held + delta
    const close = text.indexOf(CLOSE)
    if (close === -1) {
      const end = text.length - partialClose(text)
      this.#held = text.slice(end)
      this.#emitThinking(text.slice(0, end))
      return
    }
    this.#held = ''
    this.#emitThinking(text.slice(0, close))
    this.#state = 'text'
    this.push(text.slice(close + CLOSE.length))
  }

  #emitThinking(text: string): void {
    if (this.#hasThought) {
      if (text !== '') this.#output.thinking(text)
    } else if (text.trim() === '') {
      this.#blank += text
    } else {
      this.#hasThought = true
      this.#output.thinking(this.#blank + text)
    }
  }
}

/** How many characters at the end of a text may be the beginning of the closing tag. */
function partialClose(text: string): number {
  for (let length = Math.min(CLOSE.length - 1, text.length); length > 0; length -= 1) {
    if (CLOSE.startsWith(text.slice(text.length - length))) return length
  }
  return 0
}
