import type { Atom, PrimitiveAtom } from 'jotai'
import type { Judgement, Judgements } from '../checks/judge/judgements.ts'
import type { Cell } from './cell.ts'

/** Answers that a judge is asked about now. */
export interface JudgingProgress {
  readonly done: number
  readonly total: number
  /** What was said stays; who was not answered yet counts as not asked. */
  readonly stop: () => void
}

/** A judgement of one answer, or null where it counts as not asked again. */
export type JudgementNote = readonly [cell: Cell, key: string, judgement: Judgement | null]

/**
 * What judges said of answers. Kept for as long as the answer is, in no document: a verdict is paid for once, and what is typed into a
 * rubric and taken back finds it again.
 */
export interface JudgingState {
  /** Rises with everything that is said. */
  readonly revisionAtom: Atom<number>
  /** Null where nobody is asked. */
  readonly progressAtom: PrimitiveAtom<JudgingProgress | null>
  /** The same object until something new is said of the answer. */
  readonly judgementsOf: (cell: Cell) => Judgements
  note(notes: Iterable<JudgementNote>): void
  dispose(): void
}
