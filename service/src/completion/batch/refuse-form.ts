import { type Refusal, refuse } from '../../http/refusal.ts'

const NOT_ACCEPTABLE = refuse(
  'not_acceptable',
  'A batch is answered as a stream of events, and the Accept header does not allow one. Send text/event-stream, or leave it out.',
)
const STREAMS: ReadonlySet<string> = new Set(['*/*', 'text/*', 'text/event-stream'])

function allowsStream(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  return STREAMS.has(type) && !parameters.some((parameter) => parameter.startsWith('q=') && Number(parameter.slice(2)) === 0)
}

/** A batch has one form. Null where the caller takes it; whoever says nothing, or that anything goes, does. */
export const refuseForm = (accept: string | null): Refusal | null =>
  accept === null || accept === '' || accept.split(',').some(allowsStream) ? null : NOT_ACCEPTABLE
