import type { ErrorCode } from '@vitrine/contracts'
import type { ErrorFacts } from './error-facts.ts'

/** How a failure is told: our code, cause and remedy in our words, and whether another attempt can help. */
export interface ErrorKind {
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly text: (facts: ErrorFacts) => string
}

const CONTEXT =
  /ContextWindowExceeded|maximum context length|context (?:length|window|size|limit)|prompt is too long|input is too long|too many (?:input )?tokens|exceeds? the (?:model'?s? )?(?:max(?:imum)?|limit of) .*tokens|reduce the length/i
const MODEL =
  /invalid model name|\bmodel:? [`'"]?[^\s`'"]+[`'"]? (?:was |is |could )?(?:not (?:be )?(?:found|available|supported)|not a valid model|does not exist)|not a valid model|no such model|unknown model|no endpoints found for|^model: \S+$/i
const NO_KEY = /no api key|missing api key|provide an api key|no (?:cookie )?auth credentials/i
const KEY = /incorrect api key|invalid api key|api key not valid|invalid[_ ]authentication/i
const PARAMETER =
  /unsupported (?:parameter|value)|UnsupportedParams|does not support (?:the )?(?:parameter|setting)|unrecognized request argument|unknown parameter|extra inputs are not permitted|not supported for this model/i
const ROUTE = /no endpoints found|no (?:allowed|available) (?:model )?providers?|no available model provider/i
const NO_SUCH_PROVIDER = /no endpoints found that (?:support|can handle)/i
const FLAGGED = /requires moderation|input was flagged|flagged (?:by|for|as)|content policy/i
const CREDIT = /insufficient[_ ](?:quota|credits|balance|funds)|exceeded your current quota|billing/i

const said = (facts: ErrorFacts, ...words: readonly string[]): boolean =>
  (facts.code !== null && words.includes(facts.code)) || (facts.type !== null && words.includes(facts.type))
const status = ({ status: value }: ErrorFacts): string => (value === null ? '' : ` (HTTP ${value})`)
const named = (param: string | null): string => (param === null ? '' : ` (${param})`)

interface Rule extends ErrorKind {
  readonly fits: (facts: ErrorFacts) => boolean
}

/** In this order: the first that fits. Codes and types of providers before words of their messages, words before bare statuses. */
const RULES: readonly Rule[] = [
  {
    fits: (facts) =>
      facts.status === 402 ||
      said(facts, 'billing_error') ||
      /credit balance is too low/i.test(facts.message) ||
      ((facts.status === 429 || facts.status === null) && (said(facts, 'insufficient_quota') || CREDIT.test(facts.message))),
    code: 'provider_rate_limited',
    retryable: false,
    text: () => 'The account at the provider has no credit left. Add credit there, or use another key or provider.',
  },
  {
    fits: (facts) => facts.status === 429 || said(facts, 'rate_limit_exceeded', 'rate_limit_error', 'throttling_error'),
    code: 'provider_rate_limited',
    retryable: true,
    text: () =>
      'The provider takes no more requests for the moment: its rate limit is reached. Run again a little later, or with fewer at once.',
  },
  {
    fits: (facts) => said(facts, 'context_length_exceeded') || (!isServerSide(facts) && CONTEXT.test(facts.message)),
    code: 'context_length_exceeded',
    retryable: false,
    text: () => 'The prompt is longer than the model can read. Shorten it, or choose a model with a larger context.',
  },
  {
    fits: (facts) => !isServerSide(facts) && NO_KEY.test(facts.message),
    code: 'provider_error',
    retryable: false,
    text: (facts) => `The provider refused a call without a key${status(facts)}. Set a key for this provider.`,
  },
  {
    fits: (facts) => !isServerSide(facts) && FLAGGED.test(facts.message),
    code: 'provider_error',
    retryable: false,
    text: (facts) => `The provider's moderation refused the prompt${status(facts)}. Change the prompt, or choose another model.`,
  },
  {
    fits: (facts) =>
      facts.status === 401 ||
      facts.status === 403 ||
      said(facts, 'no_db_connection', 'invalid_api_key', 'authentication_error') ||
      KEY.test(facts.message),
    code: 'provider_error',
    retryable: false,
    text: (facts) =>
      `The provider refused the key${status(facts)}. Check that the key is right, belongs to this provider, and may use this model.`,
  },
  {
    fits: (facts) => said(facts, 'model_not_found') || (!isServerSide(facts) && MODEL.test(facts.message)),
    code: 'unknown_model',
    retryable: false,
    text: () => 'The provider does not know this model. Check the spelling of its name, and that the key may use it.',
  },
  {
    fits: (facts) => said(facts, 'invalid_function_parameters') || /invalid schema for function/i.test(facts.message),
    code: 'invalid_tools',
    retryable: false,
    text: (facts) => `The provider refused the definition of a tool${named(facts.param)}. Correct its parameters and run again.`,
  },
  {
    fits: (facts) => /invalid schema for response_format/i.test(facts.message),
    code: 'invalid_response_schema',
    retryable: false,
    text: () => 'The provider refused the schema of the response format. Correct it and run again.',
  },
  {
    fits: (facts) =>
      said(facts, 'unsupported_parameter', 'unsupported_value') ||
      NO_SUCH_PROVIDER.test(facts.message) ||
      (!isServerSide(facts) && PARAMETER.test(facts.message)),
    code: 'unsupported_parameter',
    retryable: false,
    text: (facts) => `The model does not take one of the settings${named(facts.param)}. Clear or change it and run again.`,
  },
  {
    fits: (facts) => facts.status === 408 || facts.status === 504 || facts.status === 524 || saidInside(facts, 'timeout_error'),
    code: 'provider_timeout',
    retryable: true,
    text: (facts) => `The provider gave up waiting for its model${status(facts)}. Run again, or choose a faster model.`,
  },
  {
    fits: (facts) => ROUTE.test(facts.message),
    code: 'provider_error',
    retryable: false,
    text: (facts) =>
      `None of the model's providers fits the rules for choosing one${status(facts)}. Loosen them in extra_body or in the account's settings.`,
  },
  {
    fits: (facts) => facts.status === 404 || facts.status === 405,
    code: 'provider_error',
    retryable: false,
    text: (facts) => `The provider has nothing at this address${status(facts)}. Check the base URL: it usually ends in /v1.`,
  },
  {
    fits: (facts) => facts.status !== null && facts.status >= 300 && facts.status < 400,
    code: 'provider_error',
    retryable: false,
    text: (facts) =>
      `The provider points to another address${status(facts)}, and a key is not sent there. Set the base URL to the right one.`,
  },
  {
    fits: (facts) => facts.status === 409,
    code: 'provider_error',
    retryable: true,
    text: (facts) => `The provider is busy with a conflicting request${status(facts)}. Run again in a moment.`,
  },
  {
    fits: (facts) => isServerSide(facts) && /connection error|connect(?:ion)? refused/i.test(facts.message),
    code: 'provider_error',
    retryable: true,
    text: (facts) =>
      `The gateway could not reach the model's server${status(facts)}. Run again, or have its operator look at that connection.`,
  },
  {
    fits: (facts) =>
      isServerSide(facts) || said(facts, 'server_error', 'overloaded_error', 'internal_server_error') || saidInside(facts, 'api_error'),
    code: 'provider_error',
    retryable: true,
    text: (facts) => `The provider failed${status(facts)}. Run again in a moment; if it stays so, look at the provider's status page.`,
  },
]

const REFUSED: ErrorKind = {
  code: 'provider_error',
  retryable: false,
  text: (facts) => `The provider refused the request${status(facts)}${named(facts.param)}. Correct the request and run again.`,
}

/** Words that mean little beside a status, and are all there is in an answer whose status was good. */
const saidInside = (facts: ErrorFacts, ...words: readonly string[]): boolean => facts.status === null && said(facts, ...words)

function isServerSide({ status: value }: ErrorFacts): boolean {
  return value !== null && value >= 500
}

export const errorKindOf = (facts: ErrorFacts): ErrorKind => RULES.find((rule) => rule.fits(facts)) ?? REFUSED
