import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import type { Told } from '../../messages/told.ts'
import { type FailureTitle, type Fix, viewFailure } from '../output/failure.ts'

export interface FailedOutput extends OutputRef {
  readonly cell: Cell
}

/** Failures of one cause. */
export interface FailureGroup {
  readonly title: FailureTitle
  readonly code: string
  readonly fix: Fix
  readonly outputs: readonly OutputRef[]
  /** The provider's words, each once with how often it was said; the most frequent first. */
  readonly words: readonly (Told & { readonly count: number })[]
}

/** Numbers and ids change from row to row; the rest of the words tells one cause from another. */
const VARYING = /\b(?:[\da-f]{8,}|\d+(?:[.,]\d+)*)\b/gi

/** Failures by cause, the most frequent first. */
export function groupFailures(failed: readonly FailedOutput[]): readonly FailureGroup[] {
  const groups = new Map<string, { readonly first: FailureGroup; outputs: OutputRef[]; words: Map<string, Told & { count: number }> }>()
  for (const { rowId, variantId, cell } of failed) {
    if (cell.failure === null) continue
    const view = viewFailure(cell.failure)
    const { code } = cell.failure
    const group = groups.get(`${view.title} ${code}`) ?? {
      first: { title: view.title, code, fix: view.fix, outputs: [], words: [] },
      outputs: [],
      words: new Map<string, Told & { count: number }>(),
    }
    groups.set(`${view.title} ${code}`, group)
    group.outputs.push({ rowId, variantId })
    const key = view.told.message.replaceAll(VARYING, '#')
    const said = group.words.get(key) ?? { ...view.told, count: 0 }
    said.count += 1
    group.words.set(key, said)
  }
  return [...groups.values()]
    .map(({ first: { title, code, fix }, outputs, words }) => {
      const said = [...words.values()].toSorted((a, b) => b.count - a.count)
      return { title, code, fix, outputs, words: said }
    })
    .toSorted((a, b) => b.outputs.length - a.outputs.length)
}
