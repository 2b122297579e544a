import type { Run } from '../run.ts'
import type { Value } from '../values/value.ts'
import type { Context } from './context.ts'

/** One running function: its variables and, through `parent`, those of the function it was defined in. */
export class Frame {
  readonly run: Run
  readonly context: Context
  readonly parent: Frame | undefined
  /** Undefined where a variable has no value. */
  readonly slots: (Value | undefined)[]

  constructor(run: Run, context: Context, size: number, parent?: Frame) {
    this.run = run
    this.context = context
    this.parent = parent
    this.slots = Array.from<undefined>({ length: size })
  }
}

/** The frame so many functions further out. */
export function frameAt(frame: Frame, hops: number): Frame {
  let outer = frame
  for (let left = hops; left > 0 && outer.parent !== undefined; left--) outer = outer.parent
  return outer
}
