/** A piece of text: some servers send a number where the text is one. */
export const textOfDelta = (delta: unknown): string => (typeof delta === 'string' ? delta : typeof delta === 'number' ? String(delta) : '')
