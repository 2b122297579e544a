/** A value cannot be held against a schema in the time that a check may take. */
export class TooMuchWork extends Error {}
