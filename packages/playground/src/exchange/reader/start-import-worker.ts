import { trustedWorker } from '../../worker/trusted-worker.ts'
import type { ReaderPort, ReaderReply } from './reader-protocol.ts'

/** A worker that reads what is imported; null where the page refuses one. */
export function startImportWorker(trustedTypesPolicy?: string): ReaderPort | null {
  try {
    const Worker = trustedWorker(trustedTypesPolicy)
    const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
    return {
      post: (request) => worker.postMessage(request, []),
      onReply: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<ReaderReply>) => listener(data)),
      onLost(listener) {
        for (const name of ['error', 'messageerror'])
          worker.addEventListener(name, (event) => {
            event.preventDefault()
            listener()
          })
      },
      terminate: () => worker.terminate(),
    }
  } catch {
    return null
  }
}
