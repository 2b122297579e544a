import { graphemesOf, wordsOf } from '../../language/segment.ts'
import type { Task } from '../../task/read-task.ts'
import type { Draft } from '../draft.ts'
import { putInOrder, readOrder } from './order.ts'
import { readList } from './read-list.ts'

const VERB =
  /^\W*(?:please\s+|kindly\s+|(?:can|could|would) you\s+(?:please\s+)?)*(?:sort|order|arrange|rank|alphabeti[sz]e|reverse|invert|de-?dup(?:licate|e)?|remove (?:the |all |any )?duplicates(?: from)?)\s+/iu
const MANNER =
  /\b(?:in |into )?(?:(?:reverse[d]? |descending |ascending )?(?:alphabetical(?:ly)?|numerical(?:ly)?|ascending|descending|reverse)(?: order)?|by (?:length|number|value|size)|from \S+ to \S+|(?:small|larg|bigg|high|low|long|short)est (?:first|to \S+))(?:\s+and\s+|\b)/giu
const OBJECT =
  /^(?:(?:these|this|the|following|those|all|of|my)\s+)*(?:(?:words?|numbers?|names?|items?|lines?|list|values?|letters?|string|text|order)\s*)?(?:of\s+)?/iu

/** `Sort pear, apple and fig alphabetically`: what is left of the instruction without its verb and manner. */
const unmarked = (instruction: string): string =>
  VERB.test(instruction)
    ? instruction
        .replace(VERB, '')
        .replaceAll(MANNER, ' ')
        .trim()
        .replace(OBJECT, '')
        .replace(/[?!.,\s]+$/u, '')
        .trim()
    : ''

/** `Reverse the string …` turns characters round, `reverse the words …` words. */
function turnedRound(instruction: string, text: string): Draft | null {
  const what = /\b(?:reverse|invert)\s+(?:the\s+)?(?:order of\s+(?:the\s+)?)?(string|word|text|letters?|characters?|words|sentence)\b/iu
    .exec(instruction)?.[1]
    ?.toLowerCase()
  if (what === undefined || /\n/u.test(text)) return null
  const isWords = what === 'words' || (what === 'sentence' && !/\bletters?|characters?\b/iu.test(instruction))
  const turned = isWords
    ? wordsOf(text)
        .map((word) => word.text)
        .toReversed()
        .join(' ')
    : graphemesOf(text).toReversed().join('')
  return { text: turned, steps: [{ depth: 1, text: `I turn the order of the ${isWords ? 'words' : 'characters'} round.` }] }
}

/** Sorts, reverses or thins out a list; null where there is none. */
export function arrange(task: Task): Draft | null {
  const text = task.data === '' ? unmarked(task.instruction) : task.data
  if (text === '') return null
  const turned = turnedRound(task.instruction, text)
  if (turned !== null) return turned
  const list = readList(text)
  if (list === null) return null
  const order = readOrder(task.instruction, list.items)
  if (order.by === null && !order.isReversed && !order.isUnique) return null
  const direction = order.isDescending ? 'descending' : 'ascending'
  const manner = [
    ...(order.isUnique ? ['I keep the first of equal items'] : []),
    ...(order.by === null ? [] : [`I sort by ${order.by}, ${direction}`]),
    ...(order.isReversed ? ['I turn the order round'] : []),
  ]
  return {
    text: list.write(putInOrder(list.items, order)),
    steps: [
      { depth: 2, text: `The list has ${list.items.length} items.` },
      { depth: 1, text: `${manner.join('; ')}.` },
    ],
  }
}
