import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../../checks/check.ts'

export const CONFIGURATION_VERSION = 1

/** How models are asked, without cases and results: what a person keeps of a playground. */
export interface ConfigurationDocument {
  readonly kind: 'vitrine-configuration'
  readonly v: typeof CONFIGURATION_VERSION
  readonly mode: 'completion' | 'chat'
  readonly variants: readonly {
    readonly name: string
    readonly messages: readonly Message[]
    readonly templateFormat: TemplateFormat
    readonly llmConfig: ModelSettings
  }[]
  readonly checks: readonly Check[]
}
