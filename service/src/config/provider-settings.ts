import { PROVIDER_DEFINITIONS, type ProviderDefinition, normalizeBaseUrl } from '@vitrine/providers'
import type { Mode } from './auth-settings.ts'
import { type Environment, SettingProblem, readChoice, readText } from './setting.ts'

/** Where a provider is reached and with what, as the operator set it up. */
export interface ProviderAccess {
  readonly baseUrl: string
  /** Null for a server that wants no key. */
  readonly apiKey: string | null
}

export interface ProviderSettings {
  /** By provider name; one that cannot be used is absent. The built-in demo provider is not among them. */
  readonly access: ReadonlyMap<string, ProviderAccess>
  /** Local servers that nobody set up, where they listen by themselves. Development only, and never where this service listens. */
  readonly loopback: ReadonlyMap<string, ProviderAccess>
  readonly transport: 'undici' | 'openai'
}

export interface ProviderSurroundings {
  readonly mode: Mode
  /** Where this service listens. */
  readonly ownPort: number
}

const BUILT_IN = 'demo'

/** What a provider's settings begin with in the environment: the first is its own, and the first that is set counts. */
const prefixesOf = ({ id, alsoNamed = [] }: ProviderDefinition): readonly string[] => [id.toUpperCase(), ...alsoNamed]

/** The settings by which a provider is set up, for people: its key, or its address where it needs none. */
export const settingNames = (definition: ProviderDefinition): readonly string[] =>
  prefixesOf(definition).map((prefix) => `${prefix}_${definition.keyOptional ? 'BASE_URL' : 'API_KEY'}`)

function readKey(env: Environment, name: string): string | null {
  const key = readText(env, name)?.trim() ?? null
  if (key === null || /^[\x21-\x7e]+$/.test(key)) return key
  throw new SettingProblem(`${name} holds a character that no key has (a blank or a line break). Set it again.`)
}

function readBaseUrl(env: Environment, name: string): string | null {
  const text = readText(env, name)
  if (text === undefined) return null
  const url = normalizeBaseUrl(text)
  if (url !== null) return url
  throw new SettingProblem(`${name} is not an http or https address without user name and query. Change or unset it.`)
}

/** Every name is read, so that a value that cannot be used is told of also where another one counts. */
const firstOf = (values: readonly (string | null)[]): string | null => values.find((value) => value !== null) ?? null

function readAccess(env: Environment, definition: ProviderDefinition): ProviderAccess | null {
  const prefixes = prefixesOf(definition)
  const apiKey = firstOf(prefixes.map((prefix) => readKey(env, `${prefix}_API_KEY`)))
  const baseUrl = firstOf(prefixes.map((prefix) => readBaseUrl(env, `${prefix}_BASE_URL`))) ?? definition.defaultBaseUrl
  return baseUrl === null || (apiKey === null && !definition.keyOptional) ? null : { baseUrl, apiKey }
}

/** Addresses are the operator's choice, so private ones are allowed. */
export function readProviderSettings(env: Environment, { mode, ownPort }: ProviderSurroundings): ProviderSettings {
  const access = new Map<string, ProviderAccess>()
  const loopback = new Map<string, ProviderAccess>()
  for (const definition of PROVIDER_DEFINITIONS) {
    const { id, loopbackPort } = definition
    const found = id === BUILT_IN ? null : readAccess(env, definition)
    if (found !== null) access.set(id, found)
    else if (loopbackPort !== undefined && loopbackPort !== ownPort && mode === 'development') {
      loopback.set(id, { baseUrl: `http://127.0.0.1:${loopbackPort}/v1`, apiKey: null })
    }
  }
  return {
    access,
    loopback,
    transport: readChoice(env, 'VITRINE_TRANSPORT', ['undici', 'openai'], 'undici'),
  }
}
