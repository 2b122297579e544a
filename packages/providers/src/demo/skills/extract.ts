import { FINDERS } from '../find/finders.ts'
import type { Task } from '../task/read-task.ts'
import type { Draft } from './draft.ts'

/** Lists what the instruction asks for by its kind (e-mail addresses, dates, names, …), one per line; null where it names no kind. */
export function extract(task: Task): Draft | null {
  const asked = task.instruction.toLowerCase().replaceAll('-', ' ')
  const finders = FINDERS.filter(({ words }) => words.test(asked))
  const text = task.data === '' ? task.said : task.data
  if (finders.length === 0 || text === '') return null
  const lists = finders.map(({ name, find }) => ({ name, items: [...new Set(find(text).map((found) => found.text))] }))
  const lines = lists.flatMap(({ name, items }) =>
    items.length === 0 ? [`(no ${name} found)`] : items.map((item) => (lists.length > 1 ? `${name}: ${item}` : item)),
  )
  return {
    text: lines.join('\n'),
    steps: lists.map(({ name, items }) => ({ depth: 1, text: `${name}: ${items.length} found by its pattern.` }) as const),
  }
}
