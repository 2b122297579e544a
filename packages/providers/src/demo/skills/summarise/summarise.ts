import type { Task } from '../../task/read-task.ts'
import type { Draft } from '../draft.ts'
import { summaryLength } from './summary-length.ts'
import { summaryOf } from './summary-of.ts'

/** Answers with sentences of the text itself; null where there is no text. */
export function summarise(task: Task): Draft | null {
  const length = summaryLength(task.instruction)
  const { text, picked, ranked } = summaryOf(task.data, length)
  if (text === '') return null
  const wanted = [
    length.sentences === null ? null : `${length.sentences} sentences`,
    length.words === null ? null : `${length.words} words`,
  ]
  const limits = wanted.filter((limit) => limit !== null).join(' and ')
  return {
    text,
    steps: [
      {
        depth: 2,
        text: `The text has ${ranked.length} sentences; ${limits === '' ? 'no length is set' : `at most ${limits} are wanted`}.`,
      },
      { depth: 2, text: 'I score each sentence by how often its words occur in the whole text.' },
      ...ranked.slice(0, 12).map(({ index, score }) => ({ depth: 3, text: `sentence ${index + 1}: ${score.toFixed(2)}` }) as const),
      { depth: 1, text: `I take ${picked.map(({ index }) => `sentence ${index + 1}`).join(', ')}, in the order of the text.` },
    ],
  }
}
