/**
 * A float whose value has no fraction. Python prints `1.0` where JavaScript prints `1`, so the difference must be carried; a number
 * with a fraction needs no wrapper. Everywhere in this package: an integral `number` and a `bigint` are Python ints, a `number` with
 * a fraction, an infinity or NaN, and every `PyFloat`, are Python floats.
 */
export class PyFloat {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** A float in its shortest carrier. */
export const toFloat = (value: number): number | PyFloat => (Number.isInteger(value) ? new PyFloat(value) : value)

/** An int in its shortest carrier: a `number` within 2^53, else a `bigint`. */
export const toInt = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
