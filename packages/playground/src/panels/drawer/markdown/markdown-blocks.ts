import { Lexer } from 'marked'
import { isTooDeep } from './too-much.ts'

/** A paragraph, a list, a table, …: what is parsed and drawn by itself. *Shape*: `at` is where it begins; blocks follow each other. */
export interface MarkdownBlock {
  readonly at: number
  readonly text: string
}

/** *Shape*: `definitions` are the addresses that links of any block may name, as they were written; `text` has `\n` for every line end. */
export interface MarkdownBlocks {
  readonly text: string
  readonly blocks: readonly MarkdownBlock[]
  readonly definitions: string
}

export const NO_BLOCKS: MarkdownBlocks = { text: '', blocks: [], definitions: '' }

/** What comes later may still belong to the last of them, and to the one before if only spaces are between. */
const OPEN_BLOCKS = 2
const MOST_DEFINITIONS = 4_000

/**
 * The blocks of a text. Of one that only grew, those that are closed are taken as they were: a token more costs what is at the end, not
 * what the whole answer is.
 */
export function blocksOf(given: string, known: MarkdownBlocks = NO_BLOCKS): MarkdownBlocks {
  const text = given.includes('\r') ? given.replaceAll(/\r\n?/g, '\n') : given
  const closed = text.startsWith(known.text) ? known.blocks.slice(0, -OPEN_BLOCKS) : []
  const last = closed.at(-1)
  const from = last === undefined ? 0 : last.at + last.text.length
  const blocks = [...closed]
  for (const piece of piecesOf(text.slice(from))) {
    const before = blocks.at(-1)
    const at = before === undefined ? 0 : before.at + before.text.length
    // Empty lines belong to what stands before them.
    if (before !== undefined && piece.trim() === '') blocks[blocks.length - 1] = { at: before.at, text: before.text + piece }
    else blocks.push({ at, text: piece })
  }
  return { text, blocks, definitions: definitionsIn(text) }
}

function piecesOf(text: string): readonly string[] {
  if (isTooDeep(text)) return text.split(/(?<=\n[ \t]*\n)(?=\S)/)
  const pieces = new Lexer().blockTokens(text, []).map(({ raw }) => raw)
  // Whatever the lexer makes of it, nothing of the text may get lost.
  return pieces.join('') === text ? pieces : [text]
}

const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$/gm

function definitionsIn(text: string): string {
  if (!text.includes(']:')) return ''
  const found = (text.match(DEFINITION) ?? []).join('\n')
  return found.length > MOST_DEFINITIONS ? '' : found
}

/** Whether notes stand at another place than what they are notes to, so that blocks cannot be parsed alone. */
export const hasFootnotes = (text: string): boolean => /^ {0,3}\[\^[^\]\s]+\]:/m.test(text)
