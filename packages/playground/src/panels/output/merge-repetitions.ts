import { isActive } from '../../state/cell-lifecycle.ts'
import type { Cell } from '../../state/cell.ts'

/** Repetitions that came to the same. */
export interface AnswerGroup {
  /** By their places, from 0; at least one. */
  readonly repetitions: readonly number[]
}

/** What an answer says, so that two that say the same are one; null where it is not over, or did not end well. */
function saying({ state, text, refusal, toolCalls, parsed }: Cell): string | null {
  if (isActive(state) || state !== 'done') return null
  const said = parsed === undefined ? text : JSON.stringify(parsed)
  return JSON.stringify([said, refusal, toolCalls.map((call) => call.function)])
}

/**
 * The answers of one output, equal ones together, in the order in which each first came. A structure that was asked for is compared as
 * one; ids of tool calls differ from answer to answer and say nothing.
 */
export function mergeRepetitions(cells: readonly Cell[]): readonly AnswerGroup[] {
  const groups = new Map<string, number[]>()
  cells.forEach((cell, repetition) => {
    const said = saying(cell)
    const key = said ?? `# ${repetition}`
    const group = groups.get(key) ?? []
    group.push(repetition)
    groups.set(key, group)
  })
  return [...groups.values()].map((repetitions) => ({ repetitions }))
}

/** The share of finished answers that say what most of them say; null while fewer than two are there. From 0 to 1. */
export function stability(cells: readonly Cell[]): number | null {
  const finished = cells.filter(({ state }) => state === 'done')
  if (finished.length < 2) return null
  const most = Math.max(...mergeRepetitions(finished).map(({ repetitions }) => repetitions.length))
  return most / finished.length
}
