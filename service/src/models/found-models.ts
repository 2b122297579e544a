import type { Model } from '@vitrine/contracts'
import type { ProviderEndpoint } from '@vitrine/providers'
import type { Vault } from '../vault/vault.ts'
import { type AskDocument, CATALOGUE_READERS } from './catalogue-readers.ts'
import { KeptList } from './kept-list.ts'

export interface FoundModelsDeps {
  readonly vault: Vault
  /** Local servers that nobody set up, by name: they are looked for when models are listed, and asked for nothing else. */
  readonly loopback: readonly string[]
  /** Asks at an endpoint; `isLocal` where an answer comes at once or not at all. */
  readonly ask: (endpoint: ProviderEndpoint, isLocal: boolean) => AskDocument
  /** Milliseconds, monotonic. */
  readonly now: () => number
  /** `YYYY-MM-DD`. */
  readonly today: () => string
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>
}

export interface FoundModels {
  /** What the servers of a project list by themselves; `pending` are those that have not answered yet. Ready within a third of a second. */
  find(projectId: string): Promise<{ readonly models: readonly Model[]; readonly pending: readonly string[] }>
  /** What was found last under a key, without asking anybody. */
  factsOf(provider: string, model: string, keyId: string): Model | null
  /** The local servers that nobody set up and that answered last time. */
  answering(): ReadonlySet<string>
}

const KEEP_MS = 30_000
const PATIENCE_MS = 300

/** The models that servers list by themselves: gateways and local servers that were set up, and those that are simply there. */
export function createFoundModels(deps: FoundModelsDeps): FoundModels {
  const lists = new Map<string, KeptList>()
  const keyOf = (provider: string, keyId: string): string => `${provider} ${keyId}`

  /** Where a list is kept, and its reading where that is due; null where nobody can be asked. */
  async function asked(
    projectId: string,
    provider: string,
  ): Promise<{ readonly provider: string; readonly list: KeptList; readonly read: Promise<void> } | null> {
    const reader = CATALOGUE_READERS.get(provider)
    const resolution = await deps.vault.resolve(projectId, provider, '').catch(() => null)
    if (reader === undefined || resolution?.ok !== true) return null
    const { endpoint, keyId } = resolution
    const isLocal = deps.loopback.includes(provider)
    const key = keyOf(provider, keyId)
    const list = lists.get(key) ?? new KeptList({ now: deps.now, keepMs: KEEP_MS, outlivesFailure: !isLocal })
    lists.set(key, list)
    return { provider, list, read: list.refresh(() => reader(deps.ask(endpoint, isLocal), deps.today())) }
  }

  return {
    async find(projectId) {
      const named = [...deps.vault.providersOf(projectId)].filter((provider) => CATALOGUE_READERS.has(provider))
      const wanted = [...new Set([...named, ...deps.loopback])]
      const found = (await Promise.all(wanted.map((provider) => asked(projectId, provider)))).filter((answer) => answer !== null)
      await Promise.race([Promise.all(found.map(({ read }) => read)), deps.sleep(PATIENCE_MS)])
      return {
        models: found.flatMap(({ list }) => list.models),
        // Whether a server that nobody set up is there is no news that anybody waits for.
        pending: found.filter(({ provider, list }) => list.isReading && !deps.loopback.includes(provider)).map(({ provider }) => provider),
      }
    },
    factsOf: (provider, model, keyId) => lists.get(keyOf(provider, keyId))?.models.find(({ name }) => name === model) ?? null,
    answering: () =>
      new Set(
        [...lists]
          .filter(([, { models }]) => models.length > 0)
          .flatMap(([key]) => deps.loopback.filter((name) => key.startsWith(`${name} `))),
      ),
  }
}
