import type { CompletionTestRequest } from '@vitrine/contracts'

type WireSettings = CompletionTestRequest['ag_config']['prompt']['llm_config']

/** Claude up to 4.5, by the names that Anthropic, OpenRouter and the clouds give it. Later ones refuse a conversation that ends so. */
const PREFILLED =
  /(?:^|[./])claude-(?:instant|2|3)(?:[-.:]|$)|(?:^|[./])claude-(?:opus|sonnet|haiku)-4(?:[-.][0-5])?(?:-\d{8})?(?:-latest|-v\d.*|[@:].*)?$/

/**
 * Whether a model goes on with an answer where the conversation ends with one of its own. Others take such a turn for a finished one and
 * begin a new answer, or refuse it.
 * @see https://docs.anthropic.com/en/docs/build-with-claude/prompt-engineering/prefill-claudes-response
 */
export function takesPrefill({ model, thinking, reasoning_effort: effort }: WireSettings): boolean {
  const thinks = (thinking !== undefined && thinking !== null && thinking.type !== 'disabled') || (effort !== undefined && effort !== null)
  return PREFILLED.test(model) && !thinks
}
