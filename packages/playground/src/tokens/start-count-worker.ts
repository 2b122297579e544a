import { trustedWorker } from '../worker/trusted-worker.ts'
import type { CountPort, CountReply } from './create-token-counter.ts'

/** A worker that counts; null where the page refuses one. */
export function startCountWorker(trustedTypesPolicy?: string): CountPort | null {
  try {
    const Worker = trustedWorker(trustedTypesPolicy)
    const worker = new Worker(new URL('./token.worker.ts', import.meta.url), { type: 'module' })
    return {
      post: (request) => worker.postMessage(request, []),
      onReply: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<CountReply>) => listener(data)),
      onLost: (listener) =>
        worker.addEventListener('error', (event) => {
          event.preventDefault()
          listener()
        }),
      terminate: () => worker.terminate(),
    }
  } catch {
    return null
  }
}
