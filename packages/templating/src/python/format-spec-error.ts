/** A format specification that Python would refuse with a `ValueError`. The caller adds the place. */
export class FormatSpecError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FormatSpecError'
  }
}

/** A specification that the value's type does not take (`TypeError` in Python): lists, objects and null take none at all. */
export class FormatTypeError extends FormatSpecError {
  constructor(message: string) {
    super(message)
    this.name = 'FormatTypeError'
  }
}

/** A value too large for what is asked of it (`OverflowError` in Python), or a width or precision beyond what may be printed. */
export class FormatRangeError extends FormatSpecError {
  constructor(message: string) {
    super(message)
    this.name = 'FormatRangeError'
  }
}
