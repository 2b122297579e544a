import type { PartKind } from '@vitrine/contracts'
import type { ItemFamily } from './item-fields.ts'

/** Where in the output the pieces of an event belong. */
export interface Slot {
  readonly family: ItemFamily
  readonly kind: PartKind
  /** The list of the item that holds the part. */
  readonly list: 'content' | 'summary'
  /** The field of the event that says which of that list. */
  readonly counter: 'content_index' | 'summary_index'
  /** The field of the closing event that holds the whole. */
  readonly field: 'text' | 'refusal' | 'arguments' | 'input'
}

const inContent = { list: 'content', counter: 'content_index' } as const
const TEXT: Slot = { family: 'message', kind: 'text', ...inContent, field: 'text' }

/** The events that carry the answer, without their endings `.delta` and `.done`. */
export const SLOTS: ReadonlyMap<string, Slot> = new Map<string, Slot>([
  ['response.output_text', TEXT],
  // What the API called it at first; some servers still do.
  ['response.message_content', TEXT],
  ['response.refusal', { family: 'message', kind: 'refusal', ...inContent, field: 'refusal' }],
  ['response.reasoning_text', { family: 'reasoning', kind: 'thinking', ...inContent, field: 'text' }],
  ['response.reasoning_summary_text', { family: 'reasoning', kind: 'thinking', list: 'summary', counter: 'summary_index', field: 'text' }],
  ['response.function_call_arguments', { family: 'call', kind: 'tool-call', ...inContent, field: 'arguments' }],
  ['response.custom_tool_call_input', { family: 'call', kind: 'tool-call', ...inContent, field: 'input' }],
])

/** Events that only frame others; what they say is said by those. */
export const FRAMES: ReadonlySet<string> = new Set([
  'response.created',
  'response.queued',
  'response.in_progress',
  'response.content_part.added',
  'response.content_part.done',
  'response.reasoning_summary_part.added',
  'response.reasoning_summary_part.done',
])

/** Events that end the answer; the response in them says how. */
export const ENDS: ReadonlyMap<string, string> = new Map([
  ['response.completed', 'completed'],
  ['response.done', 'completed'],
  ['response.incomplete', 'incomplete'],
  ['response.failed', 'failed'],
  ['response.cancelled', 'cancelled'],
])
