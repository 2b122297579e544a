import { paragraphsOf, sentencesOf } from '../language/segment.ts'
import { enclosedIn } from './enclosed.ts'
import { asksToChoose, hasIntent } from './intents.ts'
import { isBullet, isOptionBlock } from './option-lines.ts'
import { quotesIn, withoutQuotes } from './quotes.ts'

type Parts = Pick<Separated, 'instruction' | 'data'>

/** A message taken apart: what is asked, and what it is asked of. `data` is empty where nothing tells the two apart. */
export interface Separated {
  readonly instruction: string
  readonly data: string
  /** Whether the writer marked the border (by tags, paragraphs, a colon, quotation marks), so that it is no chance of the wording. */
  readonly isMarked: boolean
}

const OPTIONS_FOLLOW =
  /\b(?:one of|options?|labels?|categor(?:y|ies)|classes|choices|values|following(?: \w+)?|these(?: \w+)?|rules|intents?|topics|yes or no)(?:\s*\([^)]*\))?\s*$/iu

function byMarks(text: string): Parts | null {
  const { rest, pieces } = enclosedIn(text)
  return pieces.length === 0 ? null : { instruction: rest, data: pieces.map((piece) => piece.trim()).join('\n\n') }
}

/** Paragraphs; where options are listed, the list ends a paragraph too. */
function blocksOf(text: string): readonly string[] {
  const split = asksToChoose(text) ? text.replaceAll(/\n/gu, (_, at: number) => (endsList(text, at) ? '\n\n' : '\n')) : text
  return paragraphsOf(split)
}

function endsList(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const end = text.indexOf('\n', at + 1)
  return isBullet(before) && !isBullet(text.slice(at + 1, end === -1 ? undefined : end))
}

function byBlocks(text: string): Parts | null {
  const blocks = blocksOf(text)
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (blocks.length < 2 || first === undefined || last === undefined) return null
  if (hasIntent(first)) {
    let size = 1
    while (asksToChoose(first) && size < blocks.length - 1 && isOptionBlock(blocks[size] ?? '')) size++
    return { instruction: blocks.slice(0, size).join('\n\n'), data: blocks.slice(size).join('\n\n') }
  }
  return hasIntent(last) ? { instruction: last, data: blocks.slice(0, -1).join('\n\n') } : null
}

function byLines(text: string): Parts | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [first, last] = [lines[0], lines.at(-1)]
  if (lines.length < 2 || first === undefined || last === undefined || asksToChoose(first)) return null
  // A colon at the end of the line says that all that follows is meant; elsewhere the data may begin on the line itself.
  if (hasIntent(first)) {
    const isWhole = /[:.?!]\s*$/u.test(first) || !first.includes(':')
    return isWhole ? { instruction: first, data: lines.slice(1).join('\n') } : null
  }
  return hasIntent(last) ? { instruction: last, data: lines.slice(0, -1).join('\n') } : null
}

/** An instruction that only a colon ends is no longer than this. */
const HEAD_CHARACTERS = 4000

function byColon(text: string): Parts | null {
  for (const { index } of text.slice(0, HEAD_CHARACTERS).matchAll(/:(?=\s|["'“„«「`]|$)|：/gu)) {
    const head = text.slice(0, index)
    const data = text.slice(index + 1).trim()
    if (data === '' || !hasIntent(head)) continue
    if (asksToChoose(head) && OPTIONS_FOLLOW.test(head)) continue
    return { instruction: head, data }
  }
  return null
}

/** What is looked for, not where: `the letter "r" in …`. */
const IS_NEEDLE =
  /\b(?:letters?|characters?|words?|phrase|occurrences? of|times|does|do|often|of|count)\s*(?:the\s+)?(?:words?|letters?|characters?|phrase|string)?\s*$/iu
const IS_SUBJECT = /\b(?:in|within|inside)\s*(?:the\s+)?(?:\p{L}+\s*)?:?\s*$/iu

function byQuotes(text: string): Parts | null {
  const quotes = quotesIn(text)
  const before = (at: number): string => text.slice(Math.max(0, at - 60), at)
  const isSearch = /\b(?:count|how many|how often|number of)\b/iu.test(text)
  const possible = isSearch ? quotes.filter(({ at }) => !IS_NEEDLE.test(before(at))) : quotes
  const longest = possible.toSorted((one, other) => other.text.length - one.text.length)[0]
  const subject = possible.find(({ at }) => isSearch && IS_SUBJECT.test(before(at))) ?? longest
  if (subject === undefined) return null
  const instruction = `${text.slice(0, subject.at)}…${text.slice(subject.end)}`
  return hasIntent(instruction) ? { instruction, data: subject.text } : null
}

function bySentences(text: string): Parts | null {
  const sentences = sentencesOf(text)
  const [first, last] = [sentences[0], sentences.at(-1)]
  if (sentences.length < 2 || first === undefined || last === undefined) return null
  if (hasIntent(first)) return { instruction: first, data: sentences.slice(1).join(' ') }
  return hasIntent(last) ? { instruction: last, data: sentences.slice(0, -1).join(' ') } : null
}

/** `Here is the mail:` and then the mail: no skill is named, but the border is plain. */
function byLead(text: string): Parts | null {
  const match = /^\s*([^\n]{1,200}:)[ \t]*\n([\s\S]*\S)/u.exec(text)
  return match === null ? null : { instruction: match[1] ?? '', data: match[2] ?? '' }
}

const MARKED_WAYS = [byBlocks, byLines, byColon, byQuotes] as const

/** Tells the instruction of a message from the data it is about, by the marks that people use: the strongest first. */
export function separate(text: string): Separated {
  const enclosed = byMarks(text)
  if (enclosed !== null) return { ...enclosed, isMarked: true }
  for (const way of MARKED_WAYS) {
    const parts = way(text)
    if (parts !== null) return { instruction: parts.instruction, data: withoutQuotes(parts.data), isMarked: true }
  }
  const plain = bySentences(text)
  if (plain !== null) return { ...plain, isMarked: false }
  const led = byLead(text)
  return led === null ? { instruction: text, data: '', isMarked: false } : { ...led, isMarked: true }
}
