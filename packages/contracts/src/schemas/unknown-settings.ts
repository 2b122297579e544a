import { type Fields, isAbsent, isFields } from '../field-checks.ts'
import type { UnusedSetting } from '../run-request.ts'
import { messageSchema } from './message.ts'
import { llmConfigSchema } from './model-settings.ts'
import { agConfigSchema, promptSchema } from './test-request.ts'

const keysOf = (schema: { shape: object }): ReadonlySet<string> => new Set(Object.keys(schema.shape))
const AG_CONFIG_KEYS = keysOf(agConfigSchema)
const PROMPT_KEYS = keysOf(promptSchema)
const LLM_CONFIG_KEYS = keysOf(llmConfigSchema)
const MESSAGE_KEYS = keysOf(messageSchema)

const NO_TOOLS = 'there are no tools to choose from'
const HAS_MESSAGES = 'used only where there are no messages'

function* unknownKeys(value: Fields, known: ReadonlySet<string>, prefix: string): Generator<UnusedSetting> {
  for (const key of Object.keys(value)) {
    if (!known.has(key) && !isAbsent(value[key])) yield { name: `${prefix}${key}`, reason: 'unknown' }
  }
}

function* unknownInMessages(messages: unknown, prefix: string): Generator<UnusedSetting> {
  if (!Array.isArray(messages)) return
  for (const [at, message] of messages.entries()) {
    if (isFields(message)) yield* unknownKeys(message, MESSAGE_KEYS, `${prefix}[${at}].`)
  }
}

function* unusedInConfig(config: Fields): Generator<UnusedSetting> {
  yield* unknownKeys(config, LLM_CONFIG_KEYS, '')
  const { tools } = config
  if (Array.isArray(tools) && tools.length > 0) return
  if (!isAbsent(config['tool_choice'])) yield { name: 'tool_choice', reason: NO_TOOLS }
  if (!isAbsent(config['tool_loop'])) yield { name: 'tool_loop', reason: 'there are no tools that could be called' }
}

function* unusedInPrompt(prompt: Fields): Generator<UnusedSetting> {
  yield* unknownKeys(prompt, PROMPT_KEYS, 'prompt.')
  if (!isAbsent(prompt['messages'])) {
    for (const key of ['system_prompt', 'user_prompt']) if (prompt[key]) yield { name: `prompt.${key}`, reason: HAS_MESSAGES }
  }
  yield* unknownInMessages(prompt['messages'], 'prompt.messages')
  if (isFields(prompt['llm_config'])) yield* unusedInConfig(prompt['llm_config'])
}

/**
 * Lists what a body asks for that reaches no provider, so that nothing disappears silently. A null is absent, hence not listed.
 *
 * *Shape*: `name` is as the caller knows it: `foo` for a key of `llm_config`, `prompt.foo`, `prompt.messages[0].foo`, `ag_config.foo`,
 * `messages[0].foo` for the history. `reason` is `unknown` for keys that the contract does not have, else a sentence.
 */
export function unknownSettings(body: unknown): readonly UnusedSetting[] {
  if (!isFields(body) || !isFields(body['ag_config'])) return []
  const config = body['ag_config']
  const found = [...unknownKeys(config, AG_CONFIG_KEYS, 'ag_config.')]
  if (isFields(config['prompt'])) found.push(...unusedInPrompt(config['prompt']))
  found.push(...unknownInMessages(body['messages'], 'messages'))
  return found
}
