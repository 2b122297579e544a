import type { ModelSettings } from '@vitrine/contracts'
import type { Check } from '../checks/check.ts'
import type { UndoLabel } from './change.ts'
import type { EnhancedPrompt } from './prompt.ts'
import { typedTool } from './typed-tool.ts'

interface PatchOutcome {
  /** The prompt itself where the patch changes nothing. */
  readonly after: EnhancedPrompt
  readonly label: UndoLabel
  /** Present where a run of such patches, as a slider makes them, is one step. */
  readonly joinKey?: string
}

/** What a patch makes of a prompt. `variables` and `columnTypes` are derived, so a patch of them is ignored. */
export function patchOf(prompt: EnhancedPrompt, patch: Partial<EnhancedPrompt>): PatchOutcome {
  const { columnTypes: _derived, ...given } = patch
  const after: EnhancedPrompt = { ...prompt, ...given, variables: prompt.variables }
  const changed = changedKeys(prompt, after)
  if (changed.length === 0) return { after: prompt, label: 'prompt' }
  if (changed.length > 1) return { after, label: 'prompt' }
  if (changed[0] === 'mode') return { after, label: 'mode' }
  if (changed[0] === 'templateFormat') return { after, label: 'format' }
  if (changed[0] === 'checks') return checksOutcome(prompt.checks ?? [], after)
  if (changed[0] !== 'llmConfig') return { after, label: 'prompt' }
  const settings = changedKeys(prompt.llmConfig, after.llmConfig)
  if (settings.length === 0) return { after: prompt, label: 'settings' }
  const typed = typedIn(settings, prompt.llmConfig, after.llmConfig)
  return { after, label: 'settings', ...(typed === null ? {} : { joinKey: `setting ${typed}` }) }
}

/** Somebody types into one check; what adds one, takes one away or makes it another kind is a step of its own. */
function checksOutcome(before: readonly Check[], after: EnhancedPrompt): PatchOutcome {
  const checks = after.checks ?? []
  const others = checks.flatMap((check, at) => (check === before[at] ? [] : [at]))
  const [at] = others
  const isTyping = checks.length === before.length && others.length === 1 && at !== undefined && checks[at]?.type === before[at]?.type
  return { after, label: 'checks', ...(isTyping && { joinKey: `check ${at}` }) }
}

const TOOL_SETTINGS: ReadonlySet<string> = new Set(['tools', 'toolChoice', 'toolLoop'])

/** Typing a tool's name changes what is called by it too; whatever else changes together was chosen. */
function typedIn(changed: readonly string[], before: ModelSettings, after: ModelSettings): string | null {
  if (changed.every((name) => TOOL_SETTINGS.has(name))) return typedTool(before, after)
  return changed.length === 1 ? typedPlace(changed[0] ?? '', before, after) : null
}

/** Where somebody types or slides; null for what is chosen. */
function typedPlace(setting: string, before: ModelSettings, after: ModelSettings): string | null {
  if (setting === 'model') return null
  if (setting !== 'responseFormat') return setting
  const [from, to] = [before.responseFormat, after.responseFormat]
  if (from?.type !== 'json_schema' || to?.type !== 'json_schema') return null
  const parts = changedKeys(from.jsonSchema, to.jsonSchema)
  return parts.includes('strict') ? null : `responseFormat ${parts.join(' ')}`
}

function changedKeys(before: object, after: object): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const now = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => !Object.is(old.get(key), now.get(key)))
}
