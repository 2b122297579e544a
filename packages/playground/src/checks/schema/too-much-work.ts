/** A value cannot be held against a schema in the time that a check may take. */
export class TooMuchWork extends Error {}

/** Is told of work as it is done: letters under the states of a pattern, schemas that are visited. */
export type CountSteps = (steps: number) => void

export const UNCOUNTED: CountSteps = () => undefined
