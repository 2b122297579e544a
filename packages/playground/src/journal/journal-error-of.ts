import { JournalError } from './journal.ts'

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'

/** What the browser said, in the two words that make a difference. */
export const journalErrorOf = (error: unknown): JournalError =>
  error instanceof JournalError
    ? error
    : new JournalError(isFull(error) ? 'full' : 'refused', error instanceof Error ? error.message : String(error))
