import type { Task } from '../../task/read-task.ts'
import type { Draft } from '../draft.ts'
import { wording } from '../wording.ts'
import { countOccurrences, needleOf } from './occurrences.ts'
import { UNITS, type Unit } from './units.ts'

/** `How many letters are in strawberry?`: what stands after `in`, where nothing else marks the data. */
const unmarked = (instruction: string): string => {
  const subject =
    /\b(?:in|of)\s+(?:(?:the|this|my)\s+(?:word|text|sentence|phrase|string|name)s?\s+)?(?!the following\b|this\b|it\b|the (?:word|text|sentence|message)\b)(\S.*?)[\s?.!]*$/isu.exec(
      instruction,
    )
  return subject?.[1] ?? ''
}

const counted = (unit: Unit, number: number): string => `${number} ${number === 1 ? unit.one : unit.many}`

function written(counts: readonly string[], instruction: string, seed: number | null): Pick<Draft, 'text' | 'choicePoints'> {
  if (/\b(?:only|just)\b[^.?!]*\b(?:number|digits?|figure|count)\b|\bnumber only\b/iu.test(instruction)) {
    return { text: counts.map((counting) => /^\d+/u.exec(counting)?.[0] ?? '').join(', ') }
  }
  const list = counts.join(', ')
  const { text, choicePoint } = wording('', [list, `I count ${list}.`, `That makes ${list}.`], seed)
  return { text, choicePoints: [choicePoint] }
}

/** Counts what is asked for, with the rules of Unicode; null where nothing to count is named or there is no text. */
export function count(task: Task): Draft | null {
  const needle = needleOf(task.instruction)
  const text = task.data === '' ? unmarked(task.instruction) : task.data
  if (text === '') return null
  if (needle !== null) {
    const times = countOccurrences(text, needle)
    const kind = needle.isWord ? 'the word ' : ''
    return {
      ...written([`${times} ${times === 1 ? 'time' : 'times'}`], task.instruction, task.seed),
      steps: [
        {
          depth: 2,
          text: `I look for ${kind}“${needle.text}” ${needle.isCaseSensitive ? 'in exactly this case' : 'in upper and lower case'}.`,
        },
        { depth: 1, text: `It stands there ${times} times.` },
      ],
    }
  }
  const units = UNITS.filter((unit) => unit.pattern.test(task.instruction))
  if (units.length === 0) return null
  const isBare = /\b(?:without|excluding|not counting|no|ignor\p{L}+) (?:the )?(?:white ?)?spaces?\b/iu.test(task.instruction)
  const counts = units.map((unit) => ({ unit, count: unit.count(isBare ? text.replace(/\s+/gu, '') : text) }))
  return {
    ...written(
      counts.map((each) => counted(each.unit, each.count)),
      task.instruction,
      task.seed,
    ),
    steps: [
      { depth: 2, text: `I am asked for ${units.map(({ many }) => many).join(' and ')}. I cut the text by the rules of Unicode.` },
      ...counts.map((each) => ({ depth: 1, text: `${each.unit.many}: ${each.count}` }) as const),
    ],
  }
}
