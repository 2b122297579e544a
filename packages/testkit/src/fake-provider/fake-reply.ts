import type { Split } from '../pieces.ts'

/**
 * What a fake provider answers to one request. Everything that can go wrong below the wire dialect is a field here.
 *
 * *Units*: milliseconds, bytes.
 */
export interface FakeReply {
  /** 200 where absent. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Before the status line. */
  readonly delayMs?: number
  /** How the body is cut into writes. */
  readonly split?: Split
  /** Between two writes. */
  readonly pauseMs?: number
  /** Only so much of the body is sent. */
  readonly cutAfterBytes?: number
  /** `complete` where absent. `reset` breaks the connection after the body, `hang` leaves it open without an end. */
  readonly end?: 'complete' | 'reset' | 'hang'
}

/** Takes the request and never answers. */
export const SILENCE: FakeReply = { delayMs: Number.POSITIVE_INFINITY }

/** Breaks the connection instead of answering. */
export const RESET: FakeReply = { status: 0, end: 'reset' }

export const jsonReply = (body: unknown, changes: FakeReply = {}): FakeReply => ({
  body: JSON.stringify(body),
  ...changes,
  headers: { 'content-type': 'application/json', ...changes.headers },
})

/** A stream of events, each one the text behind `data:`. */
export const sseReply = (data: readonly string[], changes: FakeReply = {}): FakeReply => ({
  body: data.map((text) => `data: ${text}\n\n`).join(''),
  ...changes,
  headers: { 'content-type': 'text/event-stream; charset=utf-8', ...changes.headers },
})

export const htmlReply = (status = 200): FakeReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html>\n<html><body><h1>It works!</h1></body></html>\n',
})
