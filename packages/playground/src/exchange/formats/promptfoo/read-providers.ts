import type { ModelSettings } from '@vitrine/contracts'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { sendsDefaults } from '../../promptfoo/sends-defaults.ts'
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

const MEMBERS: ReadonlySet<string> = new Set(['id', 'label', 'config', 'prompts'])

function settingsOf(config: JsonObject, model: string, isResponses: boolean, problems: ProblemList): Partial<ModelSettings> {
  const tell = (what: string) => problems.add('warning', 'not-carried', { what: `config.${what}` })
  const cleaned = dropSecrets(config, (name) => problems.add('warning', 'key-dropped', { name }))
  const { omitDefaults: _omitDefaults, ...body } = isObject(cleaned) ? cleaned : {}
  const limit = isResponses ? { max_tokens: member(body, 'max_output_tokens') } : {}
  const passed = member(body, 'passthrough')
  const dialect = model.startsWith('anthropic/') ? readAnthropicRequest : readChatRequest
  const { settings, read } = dialect({ ...body, ...limit, ...(isObject(passed) ? passed : {}) }, tell)
  const extra = Object.entries(isObject(passed) ? passed : {}).filter(([name]) => !read.has(name))
  for (const name of Object.keys(body))
    if (!read.has(name) && name !== 'passthrough' && !(isResponses && name === 'max_output_tokens')) tell(name)
  for (const name of Object.keys(body)) if (REACH.has(name)) problems.add('notice', 'not-fetched', { what: `config.${name}` })
  return { ...settings, model, ...(extra.length > 0 ? { extraBody: Object.fromEntries(extra) } : {}) }
}

/** What the other tool sends of its own accord, which shows nowhere in a file. */
function withDefaults(settings: Partial<ModelSettings>, id: string, config: JsonObject, problems: ProblemList): Partial<ModelSettings> {
  if (member(config, 'omitDefaults') === true || !sendsDefaults(id)) return settings
  const { temperature, maxTokens } = settings
  const names = [...(temperature === undefined ? ['temperature: 0'] : []), ...(maxTokens === undefined ? ['max_tokens: 1024'] : [])]
  if (names.length > 0) problems.add('notice', 'defaults-taken', { names: names.join(', ') })
  return { temperature: 0, maxTokens: 1024, ...settings }
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
  for (const name of Object.keys(options)) {
    if (!MEMBERS.has(name)) problems.add('warning', name === 'transform' ? 'not-executed' : 'not-carried', { what: `providers.${name}` })
  }
  const asked = isObject(config) ? config : {}
  const settings = withDefaults(settingsOf(asked, meaning.model, meaning.api === 'responses', problems), identity.id, asked, problems)
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
