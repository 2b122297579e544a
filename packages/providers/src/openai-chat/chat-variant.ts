import type { Message, Model, ModelSettings } from '@vitrine/contracts'
import type { IsRefused } from '../dialect/refusals.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import type { ChatBody } from './wire.ts'

export interface ReasoningContext {
  readonly facts: Model | null
  readonly report: ReportBuilder
  readonly isRefused: IsRefused
}

/** In what the requests of a dialect that builds on chat completions differ from OpenAI's. */
export interface ChatVariant {
  /** Writes `reasoningEffort` and `thinking`. */
  readonly writeReasoning: (body: ChatBody, settings: ModelSettings, context: ReasoningContext) => void
  /** The fields that an earlier message has beyond those of every chat completion; what cannot be carried is reported. */
  readonly replayed: (message: Message, path: string, report: ReportBuilder) => Readonly<Record<string, unknown>>
}
