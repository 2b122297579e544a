import type { ModelSettings } from '@vitrine/contracts'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { modelOfProvider } from '../../promptfoo/provider-id.ts'
import { readAnthropicRequest } from '../request/anthropic-dialect.ts'
import { readChatRequest } from '../request/chat-dialect.ts'
import { dropSecrets } from '../../data/drop-secrets.ts'

export interface NamedProvider {
  readonly label: string | undefined
  readonly settings: Partial<ModelSettings>
  /** The labels of the prompts that it is asked; null for all. */
  readonly prompts: readonly string[] | null
}

/** Members of a provider's `config` that say how to reach it, not what to ask. */
const REACH: ReadonlySet<string> = new Set([
  'apiHost',
  'apiBaseUrl',
  'basePath',
  'organization',
  'apiKeyEnvar',
  'headers',
  'cost',
  'showThinking',
])

function settingsOf(config: JsonObject, model: string, problems: ProblemList): Partial<ModelSettings> {
  const tell = (what: string) => problems.add('warning', 'not-carried', { what: `config.${what}` })
  const cleaned = dropSecrets(config, (name) => problems.add('warning', 'key-dropped', { name }))
  const body = isObject(cleaned) ? cleaned : {}
  const passed = member(body, 'passthrough')
  const dialect = model.startsWith('anthropic/') ? readAnthropicRequest : readChatRequest
  const { settings, read } = dialect({ ...body, ...(isObject(passed) ? passed : {}) }, tell)
  const extra = Object.entries(isObject(passed) ? passed : {}).filter(([name]) => !read.has(name))
  for (const name of Object.keys(body)) if (!read.has(name) && name !== 'passthrough') tell(name)
  for (const name of Object.keys(body)) if (REACH.has(name)) problems.add('notice', 'not-fetched', { what: `config.${name}` })
  return { ...settings, model, ...(extra.length > 0 ? { extraBody: Object.fromEntries(extra) } : {}) }
}

/** `openai:gpt-4o`, `{id, config, label}`, or `{"openai:gpt-4o": {config}}`. */
function identityOf(value: unknown): { readonly id: string; readonly options: JsonObject } | null {
  if (typeof value === 'string') return { id: value, options: {} }
  if (!isObject(value)) return null
  const id = textMember(value, 'id')
  if (id !== undefined) return { id, options: value }
  const [only = '', ...others] = Object.keys(value)
  const options = member(value, only)
  return others.length > 0 || only === '' ? null : { id: only, options: isObject(options) ? options : {} }
}

function providerOf(value: unknown, problems: ProblemList): NamedProvider | null {
  const identity = identityOf(value)
  const meaning = identity === null ? null : modelOfProvider(identity.id)
  if (identity === null || meaning?.kind !== 'model') {
    const what = identity?.id ?? 'providers'
    problems.add(
      'warning',
      meaning?.kind === 'runs-code' ? 'not-executed' : meaning?.kind === 'calls-out' ? 'not-fetched' : 'not-carried',
      { what },
    )
    return null
  }
  const { options } = identity
  const config = member(options, 'config')
  const prompts = member(options, 'prompts')
  const settings = settingsOf(isObject(config) ? config : {}, meaning.model, problems)
  return {
    label: textMember(options, 'label'),
    settings: meaning.api === undefined ? settings : { ...settings, api: meaning.api },
    prompts: isList(prompts) ? prompts.filter((name) => typeof name === 'string') : null,
  }
}

/** The models that a configuration asks. What would have to be run or called by address is reported. */
export function readProviders(config: JsonObject, problems: ProblemList): readonly NamedProvider[] {
  const given = member(config, 'providers') ?? member(config, 'targets')
  const items = isList(given) ? given : given === undefined || given === null ? [] : [given]
  return items.flatMap((item) => providerOf(item, problems) ?? [])
}
