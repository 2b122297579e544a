import type { ErrorDetail } from '@vitrine/contracts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { ModelRules } from '../model-rules.ts'

/** What the messages of one call are written with. */
export interface TurnContext {
  readonly rules: ModelRules
  readonly report: ReportBuilder
  /** A part that cannot be sent and without which the prompt would be another: the whole call is refused. */
  refuse(parameter: string, location: string, reason: string): void
}

export interface Refusals {
  readonly first: ErrorDetail | null
  refuse: TurnContext['refuse']
}

export function createRefusals(): Refusals {
  let first: ErrorDetail | null = null
  return {
    get first() {
      return first
    },
    refuse: (parameter, location, reason) => {
      first ??= {
        code: 'unsupported_parameter',
        message: `${location} cannot be sent: ${reason}. Take it out, or choose a model that takes it.`,
        meta: { parameter, location, reason },
      }
    },
  }
}
