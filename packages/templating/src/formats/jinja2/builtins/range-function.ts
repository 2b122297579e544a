import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import { bindArguments } from '../values/bind-arguments.ts'
import type { Arguments } from '../values/callable.ts'
import { demandInteger } from '../values/numeric.ts'
import { Range } from '../values/range.ts'

const MAX_LENGTH = 100_000

/** `range(stop)` or `range(start, stop, step)`. */
export function rangeFunction(args: Arguments): Range {
  const [first = 0, second, third = 1] = bindArguments(
    '"range"',
    { names: ['start', 'stop', 'step'], required: 1, positionalOnly: true },
    args,
  )
  const start = second === undefined ? 0 : demandInteger(first, 'The start of a range')
  const stop = demandInteger(second ?? first, 'The end of a range')
  const step = demandInteger(third, 'The step of a range')
  if (step === 0) throw refusal('The step of a range cannot be zero.')
  const range = new Range(start, stop, step)
  if (range.length > MAX_LENGTH) throw limitError(`A range may have at most ${MAX_LENGTH} numbers.`)
  return range
}
