import type { ModelRules } from './model-rules.ts'

/**
 * What each generation takes, as far as it was known on 2026-11-21. A provider that knows better says so in its refusal.
 * @see https://platform.claude.com/docs/en/build-with-claude/thinking
 * @see https://platform.claude.com/docs/en/build-with-claude/effort
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages
 * @see https://platform.claude.com/docs/en/api/migration-2026-10-21
 */
const plain: ModelRules = {
  apiVersion: '2023-06-01',
  sampling: 'both',
  thinking: 'none',
  thinksByDefault: false,
  hidesThoughts: false,
  thinkingOff: null,
  efforts: [],
  topEffortWithoutThinking: 'max',
  forcedTools: 'without-thinking',
  jsonSchema: false,
  systemTurns: false,
  maxOutputTokens: 4_096,
}
const withBudget: ModelRules = { ...plain, thinking: 'budget', thinkingOff: 'disabled', maxOutputTokens: 64_000 }
const of45: ModelRules = { ...withBudget, sampling: 'one', jsonSchema: true }
const of46: ModelRules = { ...of45, thinking: 'budget-or-adaptive', efforts: ['low', 'medium', 'high', 'max'] }
const adaptive: ModelRules = {
  ...of46,
  apiVersion: '2026-10-21',
  sampling: 'none',
  thinking: 'adaptive',
  hidesThoughts: true,
  efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
  maxOutputTokens: 128_000,
}
const of5: ModelRules = { ...adaptive, thinksByDefault: true, topEffortWithoutThinking: 'high', forcedTools: 'always' }
const alwaysThinking: ModelRules = { ...of5, thinkingOff: null, systemTurns: true }

/** For every name that is not in the table: what comes next will rather be like the newest than like the oldest. */
export const NEWEST_RULES: ModelRules = { ...alwaysThinking, forcedTools: 'never' }

/** Before there were lines of models, and names with them. */
export const OLDEST_RULES: ModelRules = plain

/** `opus 4.5` and so on. */
export const MODEL_RULES: ReadonlyMap<string, ModelRules> = new Map([
  ['opus 3.0', plain],
  ['sonnet 3.0', plain],
  ['haiku 3.0', plain],
  ['sonnet 3.5', { ...plain, maxOutputTokens: 8_192 }],
  ['haiku 3.5', { ...plain, maxOutputTokens: 8_192 }],
  ['sonnet 3.7', withBudget],
  ['opus 4.0', { ...withBudget, maxOutputTokens: 32_000 }],
  ['sonnet 4.0', withBudget],
  ['opus 4.1', { ...withBudget, sampling: 'one', maxOutputTokens: 32_000 }],
  ['opus 4.5', { ...of45, efforts: ['low', 'medium', 'high'] }],
  ['sonnet 4.5', of45],
  ['haiku 4.5', of45],
  ['opus 4.6', { ...of46, maxOutputTokens: 128_000 }],
  ['sonnet 4.6', of46],
  ['opus 4.7', adaptive],
  ['opus 4.8', { ...adaptive, systemTurns: true }],
  ['mythos preview', { ...adaptive, thinksByDefault: true, thinkingOff: null, efforts: ['low', 'medium', 'high', 'max'] }],
  ['sonnet 5.0', of5],
  ['opus 5.0', { ...of5, systemTurns: true }],
  ['fable 5.0', alwaysThinking],
  ['mythos 5.0', alwaysThinking],
  ['haiku 5.5', { ...of5, systemTurns: true }],
  ['sonnet 5.5', { ...NEWEST_RULES, thinkingOff: 'between_tools' }],
])
