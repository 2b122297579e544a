import { TemplateError, type TemplateErrorCode } from '../../template-error.ts'
import type { TemplateInputs } from '../../template-format.ts'
import { renderSource } from './render-source.ts'

/** What stands for an error in the tables that the reference's behaviour is written down in. */
export class Refusal {
  readonly code: TemplateErrorCode
  constructor(code: TemplateErrorCode) {
    this.code = code
  }
}

/** Values of every kind, by short names: what the tables apply everything to. */
export const MATRIX_INPUTS: TemplateInputs = {
  x: 5,
  n: -3,
  f: 2.5,
  z: 0,
  s: 'Hello World',
  e: '',
  b: true,
  no: null,
  xs: [3, 1, 2],
  ys: ['b', 'A', 'c', 'a'],
  d: { a: 1, b: 2, C: 3 },
  users: [
    { name: 'Ann', age: 30, on: true },
    { name: 'bob', age: 25, on: false },
  ],
}

/** What a template of a table renders to, or that it is refused. For tests. */
export function matrixOutcome(source: string, inputs: TemplateInputs = MATRIX_INPUTS): string | Refusal {
  try {
    return renderSource(source, inputs)
  } catch (error) {
    if (error instanceof TemplateError) return new Refusal(error.problem.code)
    throw error
  }
}
