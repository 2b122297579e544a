/** A stretch of text, or a sign that stands for a character nobody would see or that would move others. */
export interface CharacterPiece {
  readonly kind: 'text' | 'sign'
  readonly text: string
}

const ARROWS: Readonly<Record<string, string>> = { '\n': '↵', '\r': '␍', '\t': '⇥' }
/** Controls, marks of direction and others without a shape, halves of pairs, what cannot be decoded, line separators. */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\uFFFD]/u
const ODD_RUNS = /([\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\uFFFD])/u
/** They join letters and emoji: inside of visible text they do what they are for. */
const JOINERS = /^[\u200C\u200D]$/

/** The sign for a character without a shape of its own. */
export function signOf(character: string): string {
  const arrow = Object.hasOwn(ARROWS, character) ? ARROWS[character] : undefined
  if (arrow !== undefined || character === '\uFFFD') return arrow ?? character
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '␡' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text with signs in place of what cannot be seen. Spaces stay as they are. */
export function characterPieces(text: string): readonly CharacterPiece[] {
  if (!ODD.test(text)) return text === '' ? [] : [{ kind: 'text', text }]
  const isAlone = !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
  const pieces: CharacterPiece[] = []
  for (const held of text.split(ODD_RUNS)) {
    if (held === '') continue
    const isSign = ODD.test(held) && (isAlone || !JOINERS.test(held))
    const last = pieces.at(-1)
    if (isSign) pieces.push({ kind: 'sign', text: signOf(held) })
    else if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + held }
    else pieces.push({ kind: 'text', text: held })
  }
  return pieces
}

/** All of a text on one line, every space and odd character a sign; a mark that needs a letter gets a circle. */
export function legible(text: string): string {
  const marked = /^\p{M}/u.test(text) ? `◌${text}` : text
  const pieces = characterPieces(marked)
  return pieces.length === 0 ? '∅' : pieces.map((piece) => (piece.kind === 'text' ? piece.text.replaceAll(' ', '␣') : piece.text)).join('')
}
