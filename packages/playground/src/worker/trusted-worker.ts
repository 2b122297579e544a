import { DEFAULT_POLICY, trustedScriptUrl } from './trusted-script-url.ts'

/**
 * Bundlers only see a worker in `new Worker(new URL('…', import.meta.url), …)`; Trusted Types only take a policy's address. A class to be
 * used under that name serves both.
 *
 * @throws ReferenceError where there are no workers
 */
export function trustedWorker(policyName: string = DEFAULT_POLICY): new (script: URL, options: WorkerOptions) => Worker {
  if (!globalThis.Worker) throw new ReferenceError('There are no workers here.')
  return class extends globalThis.Worker {
    constructor(script: URL, options: WorkerOptions) {
      super(trustedScriptUrl(script, policyName), options)
    }
  }
}
