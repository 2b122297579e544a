import { PROVIDER_DEFINITIONS, type ProviderDefinition, normalizeBaseUrl } from '@vitrine/providers'
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
  readonly transport: 'undici' | 'openai'
}

const BUILT_IN = 'demo'

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

function readAccess(env: Environment, definition: ProviderDefinition): ProviderAccess | null {
  const name = definition.id.toUpperCase()
  const apiKey = readKey(env, `${name}_API_KEY`)
  const baseUrl = readBaseUrl(env, `${name}_BASE_URL`) ?? definition.defaultBaseUrl
  return baseUrl === null || (apiKey === null && !definition.keyOptional) ? null : { baseUrl, apiKey }
}

/** Addresses are the operator's choice, so private ones are allowed. */
export function readProviderSettings(env: Environment): ProviderSettings {
  const access = new Map<string, ProviderAccess>()
  for (const definition of PROVIDER_DEFINITIONS) {
    const found = definition.id === BUILT_IN ? null : readAccess(env, definition)
    if (found !== null) access.set(definition.id, found)
  }
  return { access, transport: readChoice(env, 'VITRINE_TRANSPORT', ['undici', 'openai'], 'undici') }
}
