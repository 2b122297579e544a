const ACCEPTABLE = /^[\w.:+/=-]{1,128}$/

/** The caller's own id where it can be logged and sent on as it is, else a fresh one. */
export const requestIdOf = (given: string | null, newId: () => string): string =>
  given !== null && ACCEPTABLE.test(given) ? given : newId()
