import type { Model, ModelApi, ModelSettings, RawApi } from '@vitrine/contracts'
import { thinkingIsOn } from '@vitrine/model-catalog'
import { type DialectName, type ProviderDefinition, shouldUseResponses } from '@vitrine/providers'

/** What the operator says of the Responses API. */
export interface ResponsesChoice {
  /** Switched off, which beats everything. */
  readonly disabled: boolean
  /** The providers that are asked through it wherever they are. */
  readonly enabled: ReadonlySet<string>
}

export interface DialectQuestion {
  readonly definition: ProviderDefinition
  /** What the caller asks for. */
  readonly api: RawApi
  /** The name the provider is sent. */
  readonly model: string
  readonly facts: Model | null
  readonly settings: ModelSettings
  readonly baseUrl: string
  readonly responses: ResponsesChoice
}

/** `ignored`: why the caller does not get the API that was asked for, for people; null where it is the one. */
export interface DialectChoice {
  readonly dialect: DialectName
  readonly ignored: string | null
}

/** Every other dialect is a way to write chat completions. */
const API_OF: ReadonlyMap<string, ModelApi> = new Map([
  ['openai-responses', 'responses'],
  ['anthropic', 'messages'],
])
const API_NAMES: Readonly<Record<ModelApi, string>> = {
  chat: 'chat completions',
  responses: 'the Responses API',
  messages: 'the Messages API',
}
const apiOf = (dialect: DialectName): ModelApi => API_OF.get(dialect) ?? 'chat'

type Offer = ReadonlyMap<ModelApi, DialectName>

/** What is known of a model holds where its maker serves it; a gateway has its own ways from what it is asked in to what the model speaks. */
const isAtHome = ({ definition, facts, baseUrl }: DialectQuestion): boolean =>
  facts !== null && facts.provider === definition.id && baseUrl === definition.defaultBaseUrl

/** The API without anybody's wish: the provider's own, unless the model or its tools are known to want another one that is offered. */
function usualApi(question: DialectQuestion, offer: Offer): ModelApi {
  const { definition, facts, settings, model, baseUrl, responses } = question
  const own = apiOf(definition.dialect)
  const enabled = responses.enabled.has(definition.id) || undefined
  if (offer.has('responses') && shouldUseResponses({ model, facts, baseUrl, enabled })) return 'responses'
  if (!isAtHome(question)) return own
  const among = (apis: readonly ModelApi[] | undefined): ModelApi | undefined =>
    apis === undefined || apis.includes(own) ? undefined : apis.find((api) => offer.has(api))
  const forTools = (settings.tools ?? []).length > 0 && thinkingIsOn(settings, facts) ? among(facts?.toolsOver) : undefined
  return among(facts?.api) ?? forTools ?? own
}

function whyNot({ definition, api, responses }: DialectQuestion, asked: ModelApi, usual: ModelApi): string {
  if (api === 'responses' && responses.disabled) return 'the Responses API is switched off here (OPENAI_RESPONSES_DISABLE)'
  return `${definition.displayName} is not asked through ${API_NAMES[asked]}, but through ${API_NAMES[usual]}`
}

/**
 * In which dialect a provider is asked. A wish of the caller counts where the provider knows that API; without one, so do the catalogue's
 * facts and REQ-005.
 * @see seeds/001, Endpoint Selection
 */
export function chooseDialect(question: DialectQuestion): DialectChoice {
  const { definition, api, responses } = question
  const dialects = [definition.dialect, ...(definition.alsoSpeaks ?? [])].filter(
    (dialect) => !responses.disabled || apiOf(dialect) !== 'responses',
  )
  const offer: Offer = new Map(dialects.toReversed().map((dialect) => [apiOf(dialect), dialect]))
  const usual = usualApi(question, offer)
  const wish = api === 'auto' ? usual : api
  const dialect = offer.get(wish)
  if (dialect !== undefined) return { dialect, ignored: null }
  return { dialect: offer.get(usual) ?? definition.dialect, ignored: api === 'auto' ? null : whyNot(question, api, usual) }
}
