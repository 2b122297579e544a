import type { Message, ModelSettings } from '@vitrine/contracts'
import { type Atom, atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { isActive } from '../../state/cell-lifecycle.ts'
import { looseKey, NO_MEMORY, type TurnVersion } from '../../state/conversation-memory.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import { answerMessages } from './answer-messages.ts'
import { answerKey, chatSessionOf, type TurnRun } from './chat-session.ts'
import { endsIn, type History, sameMessage } from './history-edit.ts'
import { sentSettings } from './sent-settings.ts'
import { withVersion } from './turn-versions.ts'
import { wordingOf } from './wordings.ts'

/** What a variant answers to a conversation. */
export interface VariantAnswer {
  readonly at: OutputRef
  readonly letter: string
  readonly model: string
  readonly hasRun: boolean
  readonly isRunning: boolean
  /** Whether it answers what the conversation is by now. */
  readonly isStale: boolean
  /** Of the turn that it would be. */
  readonly key: string
  /** A fingerprint of the conversation as it is. */
  readonly wording: string
  readonly versions: readonly TurnVersion[]
  /** Those that the answer was asked with; null where nobody knows. */
  readonly settings: ModelSettings | null
  /** The version that was chosen instead of what the last run said; null where none was. */
  readonly older: TurnVersion | null
  /** What the conversation would go on with; empty where there is nothing. */
  readonly messages: readonly Message[]
  /** Whether the conversation ends in it, or in another version of the same turn. */
  readonly isIn: boolean
  /** One more answer that is being asked for. */
  readonly asked: TurnRun | null
}

const NONE: History = []

function createAnswers(state: PlaygroundState, rowId: string): Atom<readonly VariantAnswer[]> {
  const { rows, prompt, execution } = state
  const session = chatSessionOf(state)
  const historyAtom = atom((get) => get(rows.rowAtom(rowId))?.history ?? NONE)
  const wordingAtom = atom((get) => wordingOf(get(historyAtom)))
  const memoryAtom = atom((get) => get(state.memoriesAtom).get(rowId) ?? NO_MEMORY)
  return atom((get) =>
    get(prompt.variants.listAtom).map(({ id: variantId, llmConfig }, index): VariantAnswer => {
      const at = { rowId, variantId }
      const cell = get(execution.cellAtom(at))
      const history = get(historyAtom)
      const wording = get(wordingAtom)
      const key = answerKey(rowId, variantId, wording)
      const memory = get(memoryAtom)
      const own = answerMessages(cell)
      const last = own.at(-1)
      const end = history.at(-1)
      const atEnd = (end && memory.versions.get(end.id)) ?? []
      const loose = memory.loose.get(looseKey(variantId, wording))
      const kept = loose?.versions ?? []
      // What was answered on another page is shown here, although nothing ran.
      const older = kept[loose?.shown ?? (cell.runId === null ? kept.length - 1 : -1)] ?? null
      const isStale = get(execution.cellStateAtom(at)) === 'stale'
      const settings = sentSettings(cell)
      const isOlder = older !== null && !(last && sameMessage(older.message, last))
      return {
        at,
        letter: variantLetter(index),
        model: llmConfig.model,
        hasRun: cell.runId !== null || kept.length > 0,
        isRunning: isActive(cell.state),
        isStale: !isOlder && isStale,
        key,
        wording,
        // What answered something else is no version of this turn.
        versions: last && !isStale ? withVersion(kept, { message: last, settings }) : kept,
        settings: isOlder ? older.settings : settings,
        older: isOlder ? older : null,
        messages: isOlder ? [older.message] : own,
        isIn: last !== undefined && (endsIn(history, own) || atEnd.some(({ message }) => sameMessage(message, last))),
        asked: get(session.runsAtom).get(key) ?? null,
      }
    }),
  )
}

/** The answers of all variants to a conversation, in their order. */
export function useAnswers(rowId: string): readonly VariantAnswer[] {
  const { state } = usePlayground()
  return useAtomValue(useMemo(() => createAnswers(state, rowId), [state, rowId]))
}

/** The answer that a conversation goes on with: the chosen variant's, or that of A. */
export function useChosen(rowId: string, answers: readonly VariantAnswer[]): VariantAnswer | null {
  const variantId = useAtomValue(usePlayground().state.memoriesAtom).get(rowId)?.chosen
  return answers.find(({ at }) => at.variantId === variantId) ?? answers[0] ?? null
}
