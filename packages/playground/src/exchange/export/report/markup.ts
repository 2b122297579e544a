/** HTML that was put together here. Nothing else can make one, so that text from outside is never taken for it. */
export class Markup {
  readonly #html: string
  constructor(html: string) {
    this.#html = html
  }
  toString(): string {
    return this.#html
  }
}

/** What can stand in a template: text and numbers, which are escaped, and what was put together before. Null and false are nothing. */
export type Piece = string | number | Markup | readonly Markup[] | null | false

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\0': '\ufffd' }

/** A text that means itself between tags and inside quoted attributes. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"'\0]/g, (letter) => ENTITIES[letter] ?? letter).toWellFormed()

function written(piece: Piece): string {
  if (piece === null || piece === false) return ''
  if (piece instanceof Markup) return piece.toString()
  return typeof piece === 'object' ? piece.map(String).join('') : escaped(String(piece))
}

/** HTML with pieces in it: markup`<p>${text}</p>`. Attributes are written in quotes. */
export const markup = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(parts.map((part, index) => part + (index < pieces.length ? written(pieces[index] ?? null) : '')).join(''))
