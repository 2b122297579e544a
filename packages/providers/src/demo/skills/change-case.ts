import { wordsOf } from '../language/segment.ts'
import { withoutQuotes } from '../task/quotes.ts'
import type { Task } from '../task/read-task.ts'
import type { Draft } from './draft.ts'

type Case = 'upper case' | 'lower case' | 'title case' | 'sentence case'

const NAMES = String.raw`(?:(?:upper|lower|title|sentence)[- ]?cased?|all caps|capitals|(?:capital|small|block) letters)`
const VERBS = String.raw`(?:convert|change|turn|make|put|transform|rewrite|write|set|render|print|repeat|give(?: me)?)`
const POLITE = String.raw`^\W*(?:please\s+|kindly\s+|(?:can|could|would) you\s+(?:please\s+)?)*`
const SUBJECTS = [
  new RegExp(String.raw`${POLITE}${VERBS}\s+(.+?)\s+(?:(?:in)?to|in|as|using)?\s*(?:all\s+)?${NAMES}\W*$`, 'isu'),
  new RegExp(String.raw`${POLITE}(?:(?:upper|lower|title|sentence)[- ]?case|capitali[sz]e)\s+(.+)$`, 'isu'),
] as const
const NO_SUBJECT =
  /^(?:(?:all|each|every) )?(?:(?:of )?(?:this|it|that|everything|the|my|following|text|sentence|message|words?|letters?|input|user'?s?|first letter|of|…)\b\s*)+$/iu

function caseOf(instruction: string): Case | null {
  if (/\btitle[- ]?case|\bcapitali[sz]e (?:each|every|all|the first letter of)\b|\bfirst letter of (?:each|every)\b/iu.test(instruction))
    return 'title case'
  if (/\bsentence[- ]?case/iu.test(instruction)) return 'sentence case'
  if (/\blower[- ]?case|\bsmall letters\b/iu.test(instruction)) return 'lower case'
  if (/\bupper[- ]?case|\ball caps\b|\bcapitals\b|\b(?:capital|block) letters\b|\bcapitali[sz]e\b/iu.test(instruction)) return 'upper case'
  return null
}

const capitalised = (word: string): string => {
  const [first = '', ...rest] = Array.from(word)
  return first.toUpperCase() + rest.join('').toLowerCase()
}

function titleCase(text: string): string {
  let result = ''
  let end = 0
  for (const word of wordsOf(text)) {
    result += text.slice(end, word.at) + capitalised(word.text)
    end = word.at + word.text.length
  }
  return result + text.slice(end)
}

const sentenceCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?:^|[.!?…]\s+|\n\s*)(?:["'“„«(]\s*)?\p{L}/gu, (start) => start.toUpperCase())
    .replace(/\bi\b(?=['’\s,.!?]|$)/gu, 'I')

const WRITERS: Readonly<Record<Case, (text: string) => string>> = {
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
  'title case': titleCase,
  'sentence case': sentenceCase,
}

/** `Make hello world upper case`: the words between, where nothing else marks the data. */
function unmarked(instruction: string): string {
  const subject = SUBJECTS.map((pattern) => pattern.exec(instruction)?.[1]).find((text) => text !== undefined) ?? ''
  return NO_SUBJECT.test(subject.trim())
    ? ''
    : withoutQuotes(subject.replace(/^(?:the|this) (?:text|sentence|words?|phrase|following)\s+/iu, ''))
}

/** Writes the text in the case asked for; null where no case or no text is named. */
export function changeCase(task: Task): Draft | null {
  const wanted = caseOf(task.instruction)
  const text = task.data === '' ? unmarked(task.instruction) : task.data
  if (wanted === null || text === '') return null
  return {
    text: WRITERS[wanted](text),
    steps: [
      { depth: 2, text: `The text to change is ${text.length} characters long.` },
      { depth: 1, text: `I write it in ${wanted}.` },
    ],
  }
}
