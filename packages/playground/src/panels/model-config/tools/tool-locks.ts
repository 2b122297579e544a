import type { Model, ModelSettings, ToolChoice } from '@vitrine/contracts'
import { clashesIn, refusalsFor } from '@vitrine/model-catalog'

const SOME_TOOL = [{ type: 'function', function: { name: 'any' } }] as const

/** Why a model takes no tools; null where it does, or where nothing is known of it. */
export const toolsRefusal = (settings: ModelSettings, model: Model | null): string | null =>
  refusalsFor({ ...settings, tools: SOME_TOOL }, model).find(({ name }) => name === 'tools')?.reason ?? null

/** Why a model cannot be made to choose so. */
export const choiceRefusal = (settings: ModelSettings, model: Model | null, toolChoice: ToolChoice): string | null =>
  clashesIn({ ...settings, toolChoice }, model).find(({ name }) => name === 'toolChoice')?.reason ?? null

/** Whether a model is known to hold to no schema, and so not to that of a tool. */
export const knowsNoStrict = (model: Model | null): boolean => model?.capabilities?.jsonSchema === false
