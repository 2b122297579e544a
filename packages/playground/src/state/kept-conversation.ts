import type { Message, ModelSettings } from '@vitrine/contracts'
import { type ConversationMemory, type LooseAnswers, looseKey, type TurnVersion } from './conversation-memory.ts'

export interface KeptVersion {
  readonly message: Message
  /** What it was asked with, where that is known. */
  readonly llmConfig?: ModelSettings
}

/**
 * What is known of the conversation of a row beside its messages.
 *
 * *Shape*: `at` is the place of a message in the history, `variant` and `chosen` that of a variant, `source` that of the row which it is a
 * branch of, `shown` that of the chosen version; all from 0. `answered` and `wording` are fingerprints of what was answered.
 */
export interface KeptConversation {
  readonly turns?: readonly { readonly at: number; readonly versions?: readonly KeptVersion[]; readonly answered?: string }[]
  /** Answers that are not among the messages. */
  readonly answers?: readonly {
    readonly variant: number
    readonly wording: string
    readonly versions: readonly KeptVersion[]
    readonly shown?: number
  }[]
  readonly chosen?: number
  readonly source?: number
}

/** What places in a document are places among. */
export interface Places {
  readonly messages: readonly { readonly id: string }[]
  readonly variantIds: readonly string[]
  readonly rowIds: readonly string[]
}

const kept = ({ message, settings }: TurnVersion): KeptVersion => ({ message, ...(settings && { llmConfig: settings }) })
const known = ({ message, llmConfig }: KeptVersion): TurnVersion => ({ message, settings: llmConfig ?? null })

const placeIn = (ids: readonly string[], id: string | null): number | null => (id === null || !ids.includes(id) ? null : ids.indexOf(id))

/** What of it belongs to what is there; undefined where that is nothing. */
export function toKept(memory: ConversationMemory | undefined, { messages, variantIds, rowIds }: Places): KeptConversation | undefined {
  if (memory === undefined) return undefined
  const turns = messages.flatMap(({ id }, at) => {
    const versions = memory.versions.get(id)
    const answered = memory.wordings.get(id)
    if (versions === undefined && answered === undefined) return []
    return [{ at, ...(versions && { versions: versions.map(kept) }), ...(answered !== undefined && { answered }) }]
  })
  const answers = [...memory.loose.values()].flatMap(({ variantId, wording, versions, shown }) => {
    const variant = variantIds.indexOf(variantId)
    return variant < 0 ? [] : [{ variant, wording, versions: versions.map(kept), ...(shown !== null && { shown }) }]
  })
  const chosen = placeIn(variantIds, memory.chosen)
  const source = placeIn(rowIds, memory.source)
  if (turns.length === 0 && answers.length === 0 && chosen === null && source === null) return undefined
  return {
    ...(turns.length > 0 && { turns }),
    ...(answers.length > 0 && { answers }),
    ...(chosen !== null && { chosen }),
    ...(source !== null && { source }),
  }
}

/** Places at which nothing is are passed over. */
export function fromKept(conversation: KeptConversation, { messages, variantIds, rowIds }: Places): ConversationMemory {
  const { turns = [], answers = [], chosen = -1, source = -1 } = conversation
  const at = turns.flatMap((turn) => {
    const id = messages[turn.at]?.id
    return id === undefined ? [] : [{ id, ...turn }]
  })
  const loose = answers.flatMap(({ variant, wording, versions, shown }): LooseAnswers[] => {
    const variantId = variantIds[variant]
    return variantId === undefined ? [] : [{ variantId, wording, versions: versions.map(known), shown: shown ?? null }]
  })
  return {
    versions: new Map(at.flatMap(({ id, versions }) => (versions === undefined ? [] : [[id, versions.map(known)]]))),
    wordings: new Map(at.flatMap(({ id, answered }) => (answered === undefined ? [] : [[id, answered]]))),
    loose: new Map(loose.map((one) => [looseKey(one.variantId, one.wording), one])),
    chosen: variantIds[chosen] ?? null,
    source: rowIds[source] ?? null,
  }
}

/** With what belongs to variants of which only some are taken, in another order: `taken` are their places in the document. */
export function forVariants(conversation: KeptConversation, taken: readonly number[]): KeptConversation {
  const { answers = [], chosen = -1, ...rest } = conversation
  const there = answers.flatMap(({ variant, ...one }) => (taken.includes(variant) ? [{ variant: taken.indexOf(variant), ...one }] : []))
  return {
    ...rest,
    ...(there.length > 0 && { answers: there }),
    ...(taken.includes(chosen) && { chosen: taken.indexOf(chosen) }),
  }
}
