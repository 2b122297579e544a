import { MODEL_RULES, NEWEST_RULES, OLDEST_RULES } from './model-rules.data.ts'

/** From the least to the most. */
export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const
export type Effort = (typeof EFFORTS)[number]

/** What a generation of models takes, beyond what the catalogue can say. */
export interface ModelRules {
  /** Later versions take no sampling settings, whatever the model. */
  readonly apiVersion: '2023-06-01' | '2026-10-21'
  /** `one`: temperature or top_p, not both. */
  readonly sampling: 'both' | 'one' | 'none'
  readonly thinking: 'none' | 'budget' | 'budget-or-adaptive' | 'adaptive'
  readonly thinksByDefault: boolean
  /** Whether the text of thoughts comes only where it is asked for. */
  readonly hidesThoughts: boolean
  /** How thinking is switched off; null where it cannot be, or where there is none. */
  readonly thinkingOff: 'disabled' | 'between_tools' | null
  readonly efforts: readonly Effort[]
  /** The most effort that goes with thinking switched off. */
  readonly topEffortWithoutThinking: Effort
  /** Whether the model can be made to call a tool. */
  readonly forcedTools: 'always' | 'without-thinking' | 'never'
  readonly jsonSchema: boolean
  /** Whether instructions may stand between the turns of a conversation. */
  readonly systemTurns: boolean
  readonly maxOutputTokens: number
}

// A number with more than two digits is a date: `claude-opus-4-20250514` is 4.0.
const NAME = /claude-(?:(\d{1,2})(?:[.-](\d{1,2}))?-)?(opus|sonnet|haiku|fable|mythos)(?:-(preview|\d{1,2}(?!\d))(?:[.-](\d{1,2})(?!\d))?)?/
const BEFORE_THE_LINES = /claude-(?:instant|v?[12](?!\d))/

/** The rules for a model by its name, with whatever a gateway puts around it. */
export function rulesOf(model: string): ModelRules {
  const name = model.toLowerCase()
  if (BEFORE_THE_LINES.test(name)) return OLDEST_RULES
  const [, majorBefore, minorBefore, line, major, minor] = NAME.exec(name) ?? []
  if (line === undefined) return NEWEST_RULES
  const version = major === 'preview' ? major : `${majorBefore ?? major}.${minorBefore ?? minor ?? '0'}`
  return MODEL_RULES.get(`${line} ${version}`) ?? NEWEST_RULES
}
