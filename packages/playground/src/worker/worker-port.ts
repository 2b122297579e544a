import type { Endpoint } from 'comlink'
import type { FallbackReason } from '../events.ts'

/** A worker as a runner needs it; a message port in tests. */
export interface WorkerPort {
  readonly endpoint: Endpoint
  /** Called where the worker fails to load. */
  readonly onRefused: (listener: (reason: FallbackReason) => void) => void
  readonly terminate: () => void
}

/** A page tells why a worker does not load in an event of its own, before or after the worker's `error`. */
export function workerPort(worker: Endpoint & EventTarget & Pick<Worker, 'terminate'>, page: EventTarget): WorkerPort {
  let isBlocked = false
  const onViolation = (event: Event) => {
    isBlocked ||= 'effectiveDirective' in event && /^(worker|child|script|default)-src/.test(String(event.effectiveDirective))
  }
  page.addEventListener('securitypolicyviolation', onViolation)
  const letGo = () => page.removeEventListener('securitypolicyviolation', onViolation)
  return {
    endpoint: worker,
    onRefused(listener) {
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        setTimeout(() => {
          letGo()
          listener(isBlocked ? 'csp' : 'load')
        })
      })
    },
    terminate() {
      letGo()
      worker.terminate()
    },
  }
}
