import type { TemplateCause } from './template-cause.ts'

/** The codes a template can end with; the same words as in the service's error table. */
export type TemplateErrorCode = 'template_syntax' | 'template_forbidden' | 'template_limit' | 'missing_variables'

/** Where in the template source something is. `offset` and `length` count UTF-16 units from 0; `line` and `column` count from 1. */
export interface TemplatePosition {
  readonly offset: number
  readonly length: number
  readonly line: number
  readonly column: number
}

/** A refusal as data: what an editor underlines, a cell shows and the service answers. */
export interface TemplateProblem {
  readonly code: TemplateErrorCode
  /** Cause and remedy in one or two sentences. */
  readonly message: string
  /** The same as data, for the causes that are told apart; a newer version may tell more. */
  readonly cause?: TemplateCause
  /** Absent where the whole render went over a budget. */
  readonly position?: TemplatePosition
  /** `missing_variables` only: every missing name once, sorted by code point. */
  readonly names?: readonly string[]
  /** `missing_variables` only: for each missing name the close names among the inputs, best first; a name without any is absent. */
  readonly candidates?: Readonly<Record<string, readonly string[]>>
}

/** Thrown inside the package only; `parseTemplate` and `renderTemplate` turn it into a `TemplateProblem`. */
export class TemplateError extends Error {
  readonly problem: TemplateProblem
  constructor(problem: TemplateProblem) {
    super(problem.message)
    this.name = 'TemplateError'
    this.problem = problem
  }
}

/** Line and column of an offset: one pass, `\n`, `\r\n` and `\r` each end a line. */
export function positionAt(source: string, offset: number, length = 1): TemplatePosition {
  let line = 1
  let start = 0
  const end = Math.min(offset, source.length)
  for (let index = 0; index < end; index++) {
    const unit = source.charCodeAt(index)
    if (unit === 10 || (unit === 13 && source.charCodeAt(index + 1) !== 10)) {
      line++
      start = index + 1
    }
  }
  return { offset: end, length, line, column: end - start + 1 }
}
