import type { SnippetParameter } from '../snippet.ts'

/** A text with places for arguments: what is literal, and the numbers of parameters. */
export type SlottedText = readonly (string | { readonly parameter: number })[]

/**
 * JSON to be written in some language, with places for arguments in its texts and names.
 *
 * *Shape*: `digits` is a number as JSON writes it, without loss.
 */
export type JsonNode =
  | { readonly kind: 'literal'; readonly value: boolean | null }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'text'; readonly text: SlottedText }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
export type JsonMember = readonly [name: SlottedText, value: JsonNode]

/** Cuts a text at the markers in it. */
export function slottedText(text: string, parameters: readonly SnippetParameter[]): SlottedText {
  let pieces: SlottedText = [text]
  for (const [parameter, { marker }] of parameters.entries()) {
    const slot = { parameter }
    pieces = pieces.flatMap((piece) => (typeof piece === 'string' ? separated(piece.split(marker), slot) : [piece]))
  }
  return pieces.filter((piece) => piece !== '')
}

const separated = (parts: readonly string[], slot: { readonly parameter: number }): SlottedText =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [slot, part]))

/** The text where there is no place for an argument in it. */
export const plainText = (text: SlottedText): string | null => {
  const [only = '', ...others] = text
  return typeof only === 'string' && others.length === 0 ? only : null
}
