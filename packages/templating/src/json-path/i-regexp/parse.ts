import { anyCharacter, anyOf, between, categoryTest, exactly, type CharacterTest } from './character-class.ts'

/** A regular expression taken apart; `max` is absent where a repetition has no end. */
export type Pattern =
  | { readonly kind: 'one'; readonly test: CharacterTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly inner: Pattern; readonly min: number; readonly max?: number }

const SPECIAL = '()*+.?[\\]{|}'
const CONTROL_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
])
const MAX_DEPTH = 64

class NotARegexp extends Error {}

class PatternReader {
  readonly characters: readonly string[]
  at = 0
  depth = 0

  constructor(text: string) {
    this.characters = Array.from(text)
  }

  private peek(): string | undefined {
    return this.characters[this.at]
  }

  private next(): string {
    const character = this.characters[this.at++]
    if (character === undefined) throw new NotARegexp()
    return character
  }

  private take(character: string): boolean {
    if (this.peek() !== character) return false
    this.at++
    return true
  }

  choice(): Pattern {
    if (++this.depth > MAX_DEPTH) throw new NotARegexp()
    const parts = [this.sequence()]
    while (this.take('|')) parts.push(this.sequence())
    this.depth--
    return { kind: 'choice', parts }
  }

  private sequence(): Pattern {
    const parts: Pattern[] = []
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek()) {
      parts.push(this.quantified(this.atom()))
    }
    return { kind: 'sequence', parts }
  }

  private quantified(inner: Pattern): Pattern {
    if (this.take('*')) return { kind: 'repeat', inner, min: 0 }
    if (this.take('+')) return { kind: 'repeat', inner, min: 1 }
    if (this.take('?')) return { kind: 'repeat', inner, min: 0, max: 1 }
    return this.take('{') ? this.ranged(inner) : inner
  }

  private ranged(inner: Pattern): Pattern {
    const min = this.count() ?? this.refuse()
    if (this.take('}')) return { kind: 'repeat', inner, min, max: min }
    if (!this.take(',')) return this.refuse()
    const max = this.count()
    if (!this.take('}') || (max !== undefined && max < min)) return this.refuse()
    return { kind: 'repeat', inner, min, ...(max === undefined ? {} : { max }) }
  }

  private count(): number | undefined {
    let digits = ''
    for (let next = this.peek(); next !== undefined && next >= '0' && next <= '9'; next = this.peek()) digits += this.next()
    return digits === '' ? undefined : Number(digits)
  }

  private atom(): Pattern {
    const character = this.next()
    if (character === '.') return { kind: 'one', test: anyCharacter }
    if (character === '\\') return { kind: 'one', test: this.escape() }
    if (character === '[') return { kind: 'one', test: this.set() }
    if (character === '(') {
      const inner = this.choice()
      return this.take(')') ? inner : this.refuse()
    }
    if (SPECIAL.includes(character)) return this.refuse()
    return { kind: 'one', test: exactly(character.codePointAt(0) ?? 0) }
  }

  private escape(): CharacterTest {
    if (this.peek() === 'p' || this.peek() === 'P') return this.category(this.next() === 'P')
    return exactly(this.escapedCode())
  }

  private escapedCode(): number {
    const character = this.next()
    const control = CONTROL_ESCAPES.get(character)
    if (control !== undefined) return control
    return '()*+-.?[\\]^{|}'.includes(character) ? (character.codePointAt(0) ?? 0) : this.refuse()
  }

  private category(complement: boolean): CharacterTest {
    if (!this.take('{')) return this.refuse()
    let name = ''
    while (!this.take('}')) name += this.next()
    return categoryTest(name, complement) ?? this.refuse()
  }

  private set(): CharacterTest {
    const complement = this.take('^')
    const tests: CharacterTest[] = []
    if (this.take('-')) tests.push(exactly(45))
    while (!this.take(']')) tests.push(this.member())
    return tests.length > 0 ? anyOf(tests, complement) : this.refuse()
  }

  private member(): CharacterTest {
    if (this.take('-')) return this.peek() === ']' ? exactly(45) : this.refuse()
    const isCategory = this.peek() === '\\' && ['p', 'P'].includes(this.characters[this.at + 1] ?? '')
    if (isCategory) {
      this.at++
      return this.escape()
    }
    const from = this.setCode()
    if (this.peek() !== '-' || this.characters[this.at + 1] === ']') return exactly(from)
    this.at++
    const to = this.setCode()
    return to < from ? this.refuse() : between(from, to)
  }

  private setCode(): number {
    const character = this.next()
    if (character === '\\') return this.escapedCode()
    return '[]-'.includes(character) ? this.refuse() : (character.codePointAt(0) ?? 0)
  }

  private refuse(): never {
    throw new NotARegexp()
  }

  get done(): boolean {
    return this.at >= this.characters.length
  }
}

/**
 * Reads an I-Regexp; null where the text is none.
 * @see https://www.rfc-editor.org/rfc/rfc9485
 */
export function parsePattern(text: string): Pattern | null {
  const reader = new PatternReader(text)
  try {
    const pattern = reader.choice()
    return reader.done ? pattern : null
  } catch (error) {
    if (error instanceof NotARegexp) return null
    throw error
  }
}
