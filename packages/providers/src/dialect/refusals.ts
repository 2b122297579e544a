import { toSnakeCase, type Model, type ModelSettings, type ParameterName } from '@vitrine/contracts'
import { isThinking } from './is-thinking.ts'
import type { ReportBuilder } from './settings-report.ts'

/** Whether a model refuses a setting that was asked for. To ask is to report: what is refused is listed as dropped, with the reason. */
export type IsRefused = (name: ParameterName) => boolean

export function createRefusals(settings: ModelSettings, facts: Model | null, report: ReportBuilder): IsRefused {
  const thinking = isThinking(settings, facts)
  return (name) => {
    const fact = facts?.parameters?.[name]
    const reason = fact?.refused ?? (thinking ? fact?.refusedWhileThinking : undefined)
    if (reason === undefined) return false
    report.drop(toSnakeCase(name), reason)
    return true
  }
}
