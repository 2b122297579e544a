import { PyObject, type Value } from './value.ts'

/** Text marked as safe HTML: a string that escapes what is joined to it. */
export class Markup extends PyObject {
  readonly typeName = 'Markup'
  readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }

  override repr(inner: (value: unknown) => string): string {
    return `Markup(${inner(this.text)})`
  }

  override str(): string {
    return this.text
  }

  override isTrue(): boolean {
    return this.text !== ''
  }
}

/** The text of a string or of markup; undefined for anything else. */
export const textOf = (value: Value): string | undefined => {
  if (typeof value === 'string') return value
  return value instanceof Markup ? value.text : undefined
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
])

export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character)
