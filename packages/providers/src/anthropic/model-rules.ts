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
