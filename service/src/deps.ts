import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { TEMPLATE_FORMATS } from '@vitrine/contracts'
import { getConnInfo } from '@hono/node-server/conninfo'
import {
  DIALECTS,
  type Dialect,
  type DialectName,
  PROVIDER_DEFINITIONS,
  type Transport,
  createLimits,
  createOpenAiResponses,
  createOpenAiTransport,
  createProvider,
  createUndiciTransport,
  startDemoProvider,
} from '@vitrine/providers'
import { listModels } from '@vitrine/model-catalog'
import { createTemplateCache, loadFormat } from '@vitrine/templating'
import type { AppDeps } from './app.ts'
import { createAuthenticate } from './auth/authenticate.ts'
import { loadApiKeys } from './auth/load-api-keys.ts'
import { createTokenRules } from './auth/token-rules.ts'
import { createSendOnce } from './completion/send-once.ts'
import { showRequest } from './completion/show-request.ts'
import { createRunningBatches } from './completion/batch/running-batches.ts'
import { createConcurrency } from './completion/concurrency.ts'
import type { Config } from './config/parse-config.ts'
import type { ResponsesSettings } from './config/responses-settings.ts'
import { createCors } from './http/cors.ts'
import { createIdempotencyStore } from './idempotency/idempotency-store.ts'
import { createLifecycle } from './lifecycle.ts'
import { createLog } from './log.ts'
import { askDocument } from './models/ask-document.ts'
import { createFoundModels } from './models/found-models.ts'
import { type KnownModels, createKnownModels } from './models/known-models.ts'
import { createOpenApiDocuments } from './models/open-api-documents.ts'
import { readPriceFile } from './models/price-file.ts'
import type { StaticFiles } from './page/static-files.ts'
import type { Telemetry } from './telemetry/start-telemetry.ts'
import { createEnvironmentVault } from './vault/environment-vault.ts'
import type { Vault } from './vault/vault.ts'

const now = (): number => Date.now()

const CACHED_TEMPLATES = 500
/** About what the largest batch answers. */
const KEPT_RESULTS = { mostEntries: 20_000, mostCharacters: 32_000_000, ttlMs: 24 * 3_600_000 }
const HEARTBEAT_MS = 15_000
const STALL_MS = 30_000
const FIRST_BYTE_MS = 300_000
const SILENCE_MS = 120_000
const CONNECTIONS = 256
const LOOPBACK_MS = 1_000
const CATALOGUE_MS = 10_000
const DEMO = 'demo'

export interface Composition {
  readonly deps: AppDeps
  /** Ends what was started for the service. */
  close(): Promise<void>
}

/** Every provider in every dialect that its endpoint knows; they share connections. */
function createAdapters(transport: Transport, { toolLimits, reasoningInText }: ResponsesSettings): AppDeps['adapterFor'] {
  const dialects: Readonly<Record<DialectName, Dialect>> = {
    ...DIALECTS,
    'openai-responses': createOpenAiResponses({ toolLimits, ...(reasoningInText.isShown ? { reasoningInText } : {}) }),
  }
  const limits = createLimits({ clock: () => performance.now() })
  const adapters = new Map(
    PROVIDER_DEFINITIONS.map(({ id, dialect, alsoSpeaks = [] }) => [
      id,
      new Map(
        [dialect, ...alsoSpeaks].map((name) => [
          name,
          createProvider({
            name: id,
            dialect: dialects[name],
            transport,
            // The demo provider fails on purpose, and costs nothing: nobody is to be kept from it.
            ...(id === DEMO ? {} : { limits }),
            random: Math.random,
            sleep: (ms, signal) => sleep(ms, undefined, { signal }),
          }),
        ]),
      ),
    ]),
  )
  return (provider, dialect) => {
    const adapter = adapters.get(provider)?.get(dialect)
    if (adapter === undefined) throw new Error(`no adapter for provider ${provider} in ${dialect}`)
    return adapter
  }
}

/** The deadline ends a call that takes too long; the transport alone does so only where a provider is silent for longer than that. */
function createTransport({ deadlineMs, concurrency, providers }: Config): Transport {
  const limits = { headersMs: Math.max(FIRST_BYTE_MS, deadlineMs), bodyMs: Math.max(SILENCE_MS, deadlineMs) }
  return providers.transport === 'openai'
    ? createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init), ...limits })
    : createUndiciTransport({ ...limits, connectionsPerOrigin: Math.max(CONNECTIONS, concurrency) })
}

function createModels({ providers, pricesFile }: Config, vault: Vault): KnownModels {
  const today = (): string => new Date(now()).toISOString().slice(0, 10)
  const found = createFoundModels({
    vault,
    loopback: [...providers.loopback.keys()],
    ask: (endpoint, isLocal) =>
      askDocument({ fetch: (url, init) => globalThis.fetch(url, init), timeoutMs: isLocal ? LOOPBACK_MS : CATALOGUE_MS }, endpoint),
    now: () => performance.now(),
    today,
    sleep: (ms) => sleep(ms),
  })
  return createKnownModels({ file: readPriceFile(pricesFile, listModels()), found, today })
}

/**
 * The composition root: clock, randomness, network and every adapter are made here and nowhere else.
 *
 * *Errors*: a `SettingProblem` for files that the settings name and that cannot be used.
 */
export async function compose(config: Config, telemetry: Telemetry, page: StaticFiles | null): Promise<Composition> {
  await Promise.all(TEMPLATE_FORMATS.map(loadFormat))
  const demo = await startDemoProvider({ clock: now, randomBytes })
  const transport = createTransport(config)
  const vault = createEnvironmentVault({ access: config.providers.access, loopback: config.providers.loopback, demo })
  const models = createModels(config, vault)
  const { rules, developmentSecret } = createTokenRules(config.auth, config.mode, () => randomBytes(32).toString('base64url'))
  const deps: AppDeps = {
    time: { now, monotonic: () => performance.now() },
    newId: randomUUID,
    authenticate: createAuthenticate({ rules, apiKeys: loadApiKeys(config.auth.apiKeysFile), now }),
    cors: createCors(config.corsOrigins),
    telemetry,
    log: createLog(config.logLevel, process.stderr),
    vault,
    adapterFor: createAdapters(transport, config.responses),
    responses: config.responses,
    templates: createTemplateCache(CACHED_TEMPLATES),
    concurrency: createConcurrency(config.concurrency),
    lifecycle: createLifecycle(),
    idempotency: createIdempotencyStore({ ...KEPT_RESULTS, clock: () => performance.now() }),
    batches: createRunningBatches(),
    maxBodyBytes: config.maxBodyBytes,
    deadlineMs: config.deadlineMs,
    heartbeatMs: HEARTBEAT_MS,
    stallMs: STALL_MS,
    sendOnce: createSendOnce(transport),
    showRequest,
    models,
    openApi: createOpenApiDocuments(models.catalogue.models, vault.providersOf(''), config.maxBodyBytes),
    devToken:
      developmentSecret === null ? null : { secret: developmentSecret, issuer: config.auth.issuer, audience: config.auth.audience, now },
    remoteAddress: (c) => getConnInfo(c).remote.address ?? null,
    frameAncestors: config.frameAncestors,
    page,
  }
  return {
    deps,
    async close() {
      await Promise.allSettled([demo.close(), transport.close()])
    },
  }
}
