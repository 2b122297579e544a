import { PAGE_LIMITS } from '../import/limits.ts'
import type { ReadingProgress } from '../import/reading-conditions.ts'
import type { ColumnRole, RecogniseOptions } from '../import/recognition.ts'
import type { NewRow } from '../mapping/new-row.ts'
import type { ReadOutcome } from './import-preview.ts'
import type { ReaderPort, ReaderReply, ReaderRequest } from './reader-protocol.ts'
import type { ReadingSession, UnreadSource } from './reading-session.ts'
import { refusal } from './refusal.ts'
import { revivedRow } from './revived-row.ts'

/** Reads what is imported, where the page does not wait for it. */
export interface ImportReader {
  /** What a source holds. Null where it was cancelled, or another one was asked for meanwhile. It never rejects. */
  read(source: UnreadSource, options: RecogniseOptions, onProgress: (progress: ReadingProgress) => void): Promise<ReadOutcome | null>
  /** The first `count` rows of what was read last, as they will be. */
  rows(roles: readonly ColumnRole[], count: number, onProgress: (share: number) => void): Promise<RowsAnswer>
  /** Ends what is going on, at once. */
  cancel(): void
  /** Lets the worker go. Another source would start a new one. */
  dispose(): void
}

/** `gone`: the worker that had them is no more. */
export type RowsAnswer = { readonly kind: 'rows'; readonly rows: readonly NewRow[] } | { readonly kind: 'stopped' | 'gone' }

export interface ImportReaderOptions {
  /** Null where the page allows no worker. */
  readonly start: () => ReaderPort | null
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** How long one source may take before it is given up, and how long a worker may take to be there. Milliseconds. */
  readonly patienceMs?: number
  readonly loadingMs?: number
}

type ReadRequest = Extract<ReaderRequest, { readonly kind: 'read' }>

/** How an exchange with a worker ended, if not with an answer: it was taken back, took too long, broke, or never began. */
type Failure = 'cancelled' | 'late' | 'lost' | 'refused'
interface Asked {
  readonly request: ReaderRequest
  readonly onProgress: (progress: ReadingProgress) => void
  readonly settle: (answer: ReaderReply | Failure) => void
}

/**
 * A reader whose worker is started by the first source and ended by one that takes too long, or that nobody waits for any more; the
 * next source gets a new one. A page that allows no worker reads in steps of its own, and less at once.
 */
export function createImportReader({ start, setTimer, patienceMs = 60_000, loadingMs = 20_000 }: ImportReaderOptions): ImportReader {
  let port: ReaderPort | null = null
  let isReady = false
  let isRefused = false
  let asked: Asked | null = null
  let onPage: ReadingSession | null = null
  /** Counts what was asked: an answer to something older is of no use. */
  let turn = 0
  let cancelTimer = (): void => undefined

  function end(answer: ReaderReply | Failure): void {
    cancelTimer()
    const ended = asked
    asked = null
    ended?.settle(answer)
  }
  function drop(why: Failure): void {
    port?.terminate()
    port = null
    isReady = false
    end(why)
  }
  function begin(): void {
    if (asked === null || port === null) return
    cancelTimer()
    cancelTimer = setTimer(() => drop('late'), patienceMs)
    port.post(asked.request)
  }
  function hear(reply: ReaderReply): void {
    if (reply.kind === 'progress') asked?.onProgress(reply.progress)
    else if (reply.kind === 'ready') {
      isReady = true
      begin()
    } else if (reply.kind === 'broke') drop('lost')
    else end(reply)
  }
  function refuse(): void {
    isRefused = true
    drop('refused')
  }
  function connect(): void {
    const started = start()
    port = started
    if (started === null) return refuse()
    started.onReply((reply) => {
      if (port === started) hear(reply)
    })
    started.onLost(() => {
      if (port !== started) return
      if (isReady) drop('lost')
      else refuse()
    })
    cancelTimer = setTimer(refuse, loadingMs)
  }
  function ask(request: ReaderRequest, onProgress: Asked['onProgress'] = () => undefined): Promise<ReaderReply | Failure> {
    return new Promise((settle) => {
      asked = { request, onProgress, settle }
      if (isReady) begin()
      else if (port === null) connect()
    })
  }

  async function readOnPage(own: number, { source, options }: ReadRequest, onProgress: Asked['onProgress']): Promise<ReadOutcome | null> {
    const { createReadingSession } = await import('./reading-session.ts')
    const breathe = () => new Promise<void>((resolve) => void setTimer(resolve, 0))
    const session = createReadingSession({ limits: PAGE_LIMITS, breathe, onProgress: (progress) => own === turn && onProgress(progress) })
    const outcome = await session.read(source, options).catch(() => refusal('reading-broke', {}))
    if (own !== turn) return null
    onPage = session
    return outcome
  }
  /** The next rows of what was read, or null where they are gone. */
  async function more(roles: readonly ColumnRole[], from: number, count: number): Promise<readonly NewRow[] | null> {
    if (isRefused) {
      await new Promise<void>((resolve) => void setTimer(resolve, 0))
      return onPage?.rows(roles, from, count) ?? null
    }
    if (!isReady) return null
    const answer = await ask({ kind: 'rows', roles, from, count })
    return typeof answer !== 'string' && answer.kind === 'rows' ? answer.rows.map(revivedRow) : null
  }
  function cancel(): void {
    turn += 1
    onPage = null
    if (asked !== null) drop('cancelled')
  }

  return {
    cancel,
    async read(source, options, onProgress) {
      cancel()
      const own = turn
      const request: ReadRequest = { kind: 'read', source, options }
      const answer = isRefused ? 'refused' : await ask(request, onProgress)
      if (answer === 'cancelled') return null
      if (answer === 'refused') return readOnPage(own, request, onProgress)
      if (answer === 'late') return refusal('took-too-long', { seconds: patienceMs / 1000 })
      return answer !== 'lost' && answer.kind === 'read' ? answer.outcome : refusal('reading-broke', {})
    },
    async rows(roles, count, onProgress) {
      const own = turn
      const all: NewRow[] = []
      while (all.length < count) {
        const next = await more(roles, all.length, count - all.length)
        if (own !== turn) return { kind: 'stopped' }
        if (next === null || next.length === 0) return { kind: 'gone' }
        all.push(...next)
        onProgress(all.length / count)
      }
      return { kind: 'rows', rows: all }
    },
    dispose() {
      cancel()
      drop('cancelled')
    },
  }
}
