import { createClient, createTokenSource, serviceAddress } from '@vitrine/client'
import { atom } from 'jotai'
import { BINDINGS_CONTRACT, type PlaygroundBindings } from '../../bindings.ts'
import { createEvents } from '../../events.ts'
import { createExecutor } from '../../execution/run-many.ts'
import { createPlaygroundState } from '../../state/create-state.ts'
import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'
import { createTokenCounter } from '../../tokens/create-token-counter.ts'
import { createRunner } from '../../worker/create-runner.ts'
import { createBatchRequests } from './batch-requests.ts'
import { type StatelessRealm, createBrowserRealm } from './browser-realm.ts'
import { createSchemaAtom } from './create-schema-atom.ts'
import type { StatelessOptions } from './stateless-options.ts'

/** @see seeds/002, Test Case State */
const LOADABLE_ID = 'stateless-playground-testcases'

/**
 * Bindings for a playground without an application: the draft is in memory, nothing is stored, a reload clears everything, and the
 * page's address is neither read nor written. Runs carry `project_id` and never `application_id`.
 *
 * *Errors*: failures of the service are in the rows. An address that is none throws here, at once.
 * @see seeds/002, Bindings Interface
 */
export function createStatelessBindings(
  options: StatelessOptions,
  realm: StatelessRealm = createBrowserRealm(),
): PlaygroundBindings & Required<Pick<PlaygroundBindings, 'state' | 'service' | 'events' | 'executeMany' | 'cancel' | 'dispose'>> {
  const { projectId, getToken, headers = () => ({}), initial = EMPTY_SNAPSHOT } = options
  const prefix = serviceAddress(options.serviceUrl, realm.baseUrl)
  const gone = new AbortController()
  const { clock, ids, isOnline, randomBytes } = realm
  const fetch = options.fetch ?? realm.fetch

  const events = createEvents(realm.report)
  const tokens = createTokenSource(getToken)
  const client = createClient({ serviceUrl: prefix, projectId, getToken, tokens, fetch, headers, isOnline, randomBytes })
  const state = createPlaygroundState({
    clock,
    ids,
    initial: { ...initial, mode: options.mode ?? initial.mode },
    ...(options.store ? { store: options.store } : {}),
  })
  if (options.concurrency !== undefined) state.store.set(state.execution.concurrencyAtom, options.concurrency)

  const executor = createExecutor({
    state,
    tokens,
    realm,
    events,
    runner: createRunner({
      // A function cannot cross into a worker, so a host that carries the requests itself has them on its own thread.
      mode: options.fetch ? 'inline' : (options.worker?.mode ?? 'auto'),
      startWorker: (onLost) => realm.startWorker(options.worker ?? {}, onLost),
      transport: { fetch, isOnline },
      setTimer: realm.setTimer,
      onFallback: (reason) => events.emit({ type: 'worker-fallback', reason }),
    }),
    costBounds: async () => (await import('./cost-bounds.ts')).loadCostBounds(client, state),
    requestsOf: createBatchRequests({ state, prefix, randomBytes, options: { ...options, headers } }),
  })

  const { mode: workerMode, trustedTypesPolicy } = options.worker ?? {}
  const tokenCounter = createTokenCounter({
    start: () => (workerMode === 'inline' ? null : realm.startCountWorker(trustedTypesPolicy)),
    setTimer: realm.setTimer,
  })

  return {
    contract: BINDINGS_CONTRACT,
    isStateless: true,
    loadableId: LOADABLE_ID,
    schemaAtom: createSchemaAtom(client, state.prompt.draftAtom, gone.signal),
    uriInfoAtom: atom((get) => ({ runtimePrefix: prefix, routePath: get(state.prompt.draftAtom).mode })),
    draftPromptAtom: state.prompt.draftAtom,
    updatePrompt: (patch) => state.prompt.patch(patch),
    execute: (rowId, given) => executor.execute(rowId, given),
    executeMany: (places, given) => executor.executeMany(places, given),
    cancel: (rowId, variantId) => executor.cancel(rowId, variantId),
    retryNow: (place) => executor.retryNow(place),
    continueAnswer: (place) => executor.continueAnswer(place),
    pause: () => executor.pause(),
    resume: () => executor.resume(),
    tokenCounter,
    workers: workerMode === 'inline' ? 'none' : trustedTypesPolicy === undefined ? {} : { trustedTypesPolicy },
    dispose() {
      gone.abort()
      executor.dispose()
      tokenCounter.dispose()
      state.edited.dispose()
      state.checks.judging.dispose()
    },
    state,
    service: { client, projectId },
    events,
  }
}
