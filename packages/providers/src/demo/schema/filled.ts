/** A value for a place in a schema; `isFound` is false where the text did not say it and the value only keeps to the schema. */
export interface Filled {
  readonly value: unknown
  readonly isFound: boolean
}

export const found = (value: unknown): Filled => ({ value, isFound: true })
export const lacking = (value: unknown): Filled => ({ value, isFound: false })
