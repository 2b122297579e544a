import type { CallNote } from '@vitrine/providers'
import { type DestinationStream, pino } from 'pino'

interface RequestNote {
  readonly requestId: string
  readonly traceId: string
}

/** What is logged: ids, codes and durations. Never what anybody wrote, never a secret. */
export interface Log {
  answered(
    note: RequestNote & { readonly route: string; readonly status: number; readonly durationMs: number; readonly failure?: string },
  ): void
  /** Something broke that must not. */
  fault(note: RequestNote, cause: unknown): void
  /** What an adapter says of a call: counts and sizes, never content. */
  note(note: RequestNote, said: CallNote): void
  event(message: string): void
}

/** A safety net: nothing is meant to put these into a line. */
const REDACTED = [
  'authorization',
  'apiKey',
  'token',
  'secret',
  'password',
  '*.authorization',
  '*.apiKey',
  '*.token',
  '*.secret',
  '*.password',
]

/** Where a fault happened and what it was, without its message: that may quote a body. */
function describe(cause: unknown): object {
  if (!(cause instanceof Error)) return { fault: typeof cause }
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { fault: cause.name, at: frames.slice(0, 8).map((line) => line.trim()) }
}

export const LOG_LEVELS = ['debug', 'info', 'warn'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** `info` tells of every request, `warn` only of what went wrong, `debug` also of what adapters decided. */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  const logger = pino(
    { level, base: null, redact: { paths: REDACTED, censor: '***' }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  )
  return {
    answered: (note) => (note.status >= 500 ? logger.warn(note, 'answered') : logger.info(note, 'answered')),
    fault: (note, cause) => logger.error({ ...note, ...describe(cause) }, 'fault'),
    note: (note, { level: said, text }) => (said === 'debug' ? logger.debug(note, text) : logger.warn(note, text)),
    event: (message) => logger.info(message),
  }
}
