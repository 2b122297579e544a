import type { ProviderEvent } from '@vitrine/contracts'
import { readSse, type Dialect } from '@vitrine/providers'
import { piecesOf } from '@vitrine/testkit'

/** What came of a recording: our events, and what the reader of the stream itself saw. */
export interface Played {
  readonly events: readonly ProviderEvent[]
  readonly messages: number
  readonly done: boolean
  readonly comments: number
}

type Cut = (bytes: Uint8Array) => readonly Uint8Array[]

/** The ways in which every recording is cut, by the name that a failure shows. */
export const WAYS: readonly (readonly [string, Cut])[] = [
  ['whole', (bytes) => piecesOf(bytes, 'whole')],
  ['byte by byte', (bytes) => piecesOf(bytes, 'bytes')],
  ['cut inside every character', cutInsideCharacters],
  ...[11, 23, 47].map((seed) => [`in random pieces, seed ${seed}`, (bytes: Uint8Array) => piecesOf(bytes, { seed })] as const),
]

/** Before each byte that continues a character, and after each line break: both are where readers go wrong. */
function cutInsideCharacters(bytes: Uint8Array): readonly Uint8Array[] {
  const places = [...bytes.keys()].filter(
    (at) => at > 0 && (((bytes[at] ?? 0) & 0xc0) === 0x80 || bytes[at - 1] === 0x0a || bytes[at - 1] === 0x0d),
  )
  return [...places, bytes.byteLength].map((end, position) => bytes.subarray(places[position - 1] ?? 0, end))
}

async function* asBody(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

export async function playRecording(dialect: Dialect, pieces: readonly Uint8Array[]): Promise<Played> {
  const reducer = dialect.createReducer({ headers: {} })
  const events: ProviderEvent[] = []
  let messages = 0
  let comments = 0
  let done = false
  for await (const batch of readSse(asBody(pieces), { maxEventChars: 16_000_000, comments: true })) {
    for (const message of batch) {
      if (message.comment !== undefined) comments += 1
      else if (message.data === '[DONE]') done = true
      else messages += 1
      if (message.comment === undefined || reducer.wantsComments === true) events.push(...reducer.push(message))
    }
  }
  events.push(...reducer.end())
  return { events, messages, done, comments }
}
