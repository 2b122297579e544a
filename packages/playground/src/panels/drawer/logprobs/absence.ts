import type { Model, ModelSettings } from '@vitrine/contracts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import type { Cell } from '../../../state/cell.ts'
import { parametersOf } from '../../model-config/parameter-facts.ts'
import { field, record } from '../../output/read-meta.ts'

/** Why a run has no probabilities. `notGiven`: by what is known of the model; its reason is null where the model never gives them. */
export type Absence =
  | { readonly kind: 'waiting' | 'failed' | 'stopped' | 'notAsked' | 'callsOnly' | 'sentNone' }
  | { readonly kind: 'notGiven'; readonly reason: string | null }
  | { readonly kind: 'dropped' | 'doubted'; readonly reason: string }

const NAMES: ReadonlySet<string> = new Set(['logprobs', 'top_logprobs'])

/** `settings` are those of the next run: what a model refuses may depend on them. */
export function absenceOf(
  cell: Pick<Cell, 'state' | 'settings' | 'request' | 'text' | 'refusal' | 'toolCalls'>,
  model: Model | null,
  settings: ModelSettings,
): Absence {
  if (isActive(cell.state)) return { kind: 'waiting' }
  if (!isAsked(cell)) return notAsked(model, settings)
  const dropped = cell.settings?.dropped.find(({ name }) => NAMES.has(name))
  if (dropped) return { kind: 'dropped', reason: dropped.reason }
  if (cell.state === 'failed') return { kind: 'failed' }
  if (cell.state === 'stopped') return { kind: 'stopped' }
  const doubted = cell.settings?.doubted?.find(({ name }) => NAMES.has(name))
  if (doubted) return { kind: 'doubted', reason: doubted.reason }
  return cell.text === '' && cell.refusal === '' && cell.toolCalls.length > 0 ? { kind: 'callsOnly' } : { kind: 'sentNone' }
}

/** Asking helps only where the model is not known to refuse. */
function notAsked(model: Model | null, settings: ModelSettings): Absence {
  if (model?.capabilities?.logprobs === false) return { kind: 'notGiven', reason: null }
  const lock = parametersOf(model, settings).get('logprobs')?.lock
  if (lock === undefined) return { kind: 'notGiven', reason: null }
  if (lock === null) return { kind: 'notAsked' }
  return { kind: 'notGiven', reason: typeof lock === 'string' ? lock : null }
}

/** Whether the request of a run asked for them. */
export function isAsked({ request }: Pick<Cell, 'request'>): boolean {
  const prompt = record(field(record(field(record(request?.body), 'ag_config')), 'prompt'))
  const asked = record(field(prompt, 'llm_config'))
  return field(asked, 'logprobs') === true || (field(asked, 'logprobs') !== false && typeof field(asked, 'top_logprobs') === 'number')
}
