/** Finds where the first object of a growing text ends. Each character is looked at once. */
export class ObjectEnd {
  #position = 0
  #depth = 0
  #isInString = false
  #isEscaped = false

  /** The length of the text up to and with the end of its first object; null as long as that is not there. */
  find(text: string): number | null {
    for (; this.#position < text.length; this.#position += 1) {
      const character = text[this.#position]
      if (this.#isEscaped) this.#isEscaped = false
      else if (this.#isInString) {
        if (character === '\\') this.#isEscaped = true
        else if (character === '"') this.#isInString = false
      } else if (character === '"') this.#isInString = true
      else if (character === '{') this.#depth += 1
      else if (character === '}') {
        this.#depth -= 1
        if (this.#depth <= 0) {
          this.#position += 1
          return this.#position
        }
      }
    }
    return null
  }
}
