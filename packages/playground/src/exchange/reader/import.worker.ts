import { WORKER_LIMITS } from '../import/limits.ts'
import type { ReaderReply, ReaderRequest } from './reader-protocol.ts'
import { createReadingSession } from './reading-session.ts'

const tell = (reply: ReaderReply) => postMessage(reply)

const session = createReadingSession({
  limits: WORKER_LIMITS,
  onProgress: (progress) => tell({ kind: 'progress', progress }),
  breathe: () => Promise.resolve(),
})

async function answer(request: ReaderRequest): Promise<ReaderReply> {
  try {
    if (request.kind === 'rows') return { kind: 'rows', rows: session.rows(request.roles, request.from, request.count) }
    return { kind: 'read', outcome: await session.read(request.source, request.options) }
  } catch {
    return { kind: 'broke' }
  }
}

addEventListener('message', ({ data }: MessageEvent<ReaderRequest>) => void answer(data).then(tell))
tell({ kind: 'ready' })
