import type { ProviderEvent } from '@vitrine/contracts'
import { readSse, type Dialect } from '@vitrine/providers'
import { piecesOf, type Split } from './pieces.ts'

export interface ReplayOptions {
  readonly split?: Split
  /** Of the answer that the stream belonged to; lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Feeds a recorded stream to a dialect's reducer, cut as asked, and gives back all of its events. */
export async function replayStream(dialect: Dialect, recorded: Uint8Array, options: ReplayOptions = {}): Promise<readonly ProviderEvent[]> {
  const reducer = dialect.createReducer({ headers: options.headers ?? {} })
  const events: ProviderEvent[] = []
  for await (const batch of readSse(asBody(piecesOf(recorded, options.split ?? 'whole')), {
    maxEventChars: 16_000_000,
    comments: reducer.wantsComments === true,
  })) {
    for (const message of batch) events.push(...reducer.push(message))
  }
  events.push(...reducer.end())
  return events
}

async function* asBody(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
