import type { Model, ModelSettings } from '@vitrine/contracts'

const OFFICIAL = 'https://api.openai.com/v1'

/** The families that OpenAI serves through this API; what follows a name is a date, a size or a variant. */
const FAMILIES = /^(?:ft:)?(?:gpt-4o|gpt-4\.\d|gpt-4-turbo|chatgpt-4o|gpt-(?:[5-9]|\d{2,})|o\d|codex|computer-use)(?![a-z0-9])/
const ELSEWHERE = /-(?:realtime|audio|transcribe|tts|search-preview|instruct)(?![a-z])/

/** What decides between the Responses API and chat completions. */
export interface EndpointQuestion {
  /** As the provider is sent it. */
  readonly model: string
  readonly facts?: Model | null
  /** `llm_config.api`. */
  readonly api?: ModelSettings['api']
  readonly baseUrl: string
  /** The value of `OPENAI_RESPONSES_DISABLE`; only exactly `true` means anything. */
  readonly disable?: string | undefined
  /** What the operator says of this endpoint: true lets a gateway be asked this way, false keeps it from being. */
  readonly enabled?: boolean | undefined
}

/**
 * Whether a model is asked through the Responses API. In this order: the operator's off-switch, what the call asks for, what the operator
 * says of the endpoint, whether it is OpenAI's own, whether the model is known to be there.
 * @see seeds/001, REQ-005
 */
export function shouldUseResponses({ model, facts, api = 'auto', baseUrl, disable, enabled }: EndpointQuestion): boolean {
  if (disable === 'true') return false
  if (api !== 'auto') return api === 'responses'
  if (enabled !== undefined) return enabled
  if (baseUrl.replace(/\/+$/, '').toLowerCase() !== OFFICIAL) return false
  return facts?.api?.includes('responses') ?? (FAMILIES.test(model) && !ELSEWHERE.test(model))
}
