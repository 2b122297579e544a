import type { Message, ModelSettings } from '@vitrine/contracts'
import { useStore } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { FollowUp } from '../../settings/settings.ts'
import { whenDrawn } from '../frame/when-drawn.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { answerMessages } from './answer-messages.ts'
import { askTurn } from './ask-turn.ts'
import { chatSessionOf, remember, turnKey, withEntry, withoutEntry } from './chat-session.ts'
import { followedUp } from './follow-up.ts'
import { anonymousMessage } from '../../state/anonymous-message.ts'
import type { TurnVersion } from '../../state/conversation-memory.ts'
import { type History, withAnswer } from './history-edit.ts'
import { withLoose, withShown } from './loose-answers.ts'
import { branchOf, testCaseOf } from './test-case-of.ts'
import { withVersion } from './turn-versions.ts'
import type { VariantAnswer } from './use-answers.ts'
import { notedWordings, wordingChain } from './wordings.ts'

const NONE: History = []

/** A message at the place of another one, which keeps its identity. */
export const replaced = (history: History, id: string, message: Message): History =>
  history.map((one) => (one.id === id ? { ...message, id } : one))

/** What can be done to the conversation of a case; each of it is one step to undo. */
export function useConversation(rowId: string) {
  const { state, bindings, root } = usePlayground()
  const store = useStore()
  const say = useText('conversation')
  const offerUndo = useUndoToast()
  const { rows, view } = state
  const session = chatSessionOf(state)
  const historyNow = () => store.get(rows.rowAtom(rowId))?.history ?? NONE

  const noteWordings = (history: History) =>
    remember(state, rowId, (memory) => ({ ...memory, wordings: notedWordings(memory.wordings, history) }))
  /** What was answered just now answers what stands above it. */
  const noteFresh = (history: History, id: string) => {
    const fresh = wordingChain(history)[history.findIndex((one) => one.id === id)] ?? ''
    remember(state, rowId, (memory) => ({ ...memory, wordings: withEntry(memory.wordings, id, fresh) }))
  }
  const keepVersions = (id: string, versions: readonly TurnVersion[]) =>
    remember(state, rowId, (memory) => ({
      ...memory,
      versions: withEntry(memory.versions, id, versions.reduce(withVersion, memory.versions.get(id) ?? [])),
    }))
  const addBelow = (row: Parameters<typeof rows.add>[0]): { readonly id: string; readonly number: number } => {
    const at = store.get(rows.idsAtom).indexOf(rowId) + 1
    const [id = ''] = rows.add(row, at)
    return { id, number: at + 1 }
  }
  /** Another case, with the focus where one goes on. */
  const show = (id: string) => {
    store.set(view.drawerAtom, (drawer) => ({ variantId: drawer?.variantId ?? '', tab: 'output' as const, rowId: id }))
    whenDrawn(root, `[data-conversation="${CSS.escape(id)}"] [data-testid="composer"]`, (composer) => composer.focus())
  }

  /** Puts an edited conversation in place, and does with what follows the edit as was chosen. */
  function follow(next: History, id: string, followUp: FollowUp): void {
    const row = store.get(rows.rowAtom(rowId))
    if (row === null) return
    const followed = followedUp(next, id, followUp)
    if (followed.kind === 'new-case') {
      const source = store.get(rows.idsAtom).indexOf(rowId) + 1
      const branch = addBelow([branchOf(row, followed.history, source)])
      remember(state, branch.id, (memory) => ({ ...memory, source: rowId }))
      show(branch.id)
      return offerUndo(say('branched', { number: branch.number, source }))
    }
    noteWordings(row.history)
    rows.setHistory(rowId, followed.history)
    if (followUp === 'cut') offerUndo(say('cutDone'))
  }

  return {
    follow,
    /** Adds an answer, unless it is there; what the other variants said are versions of the same turn. */
    heard(chosen: VariantAnswer | null, others: readonly VariantAnswer[]): History {
      const before = historyNow()
      if (chosen === null || chosen.isIn) return before
      const after = withAnswer(before, chosen.messages)
      const turn = after.at(-1)
      if (turn !== undefined && after !== before)
        keepVersions(
          turn.id,
          [chosen, ...others.filter(({ isStale, isIn }) => !isStale && !isIn)]
            .toSorted((a, b) => a.letter.localeCompare(b.letter))
            .flatMap(({ versions }) => versions),
        )
      return after
    },
    /** Another version at a turn; what is sent next has it. */
    showVersion(id: string, version: TurnVersion): void {
      const now = historyNow()
      const current = now.find((one) => one.id === id)
      if (current === undefined) return
      keepVersions(id, [{ message: anonymousMessage(current), settings: null }, version])
      noteWordings(now)
      rows.setHistory(rowId, replaced(now, id, version.message))
    },
    /** Another version of an answer that is not in the conversation yet. */
    showAnswer: ({ at: { variantId }, wording }: VariantAnswer, version: TurnVersion) =>
      remember(state, rowId, (memory) => withShown(memory, { variantId, wording }, version)),
    choose: (variantId: string) => remember(state, rowId, (memory) => ({ ...memory, chosen: variantId })),
    /** Asks for another answer at a turn of the conversation. */
    async regenerate(id: string, variantId: string, settings: ModelSettings, followUp: FollowUp): Promise<void> {
      const client = bindings.service?.client
      const before = historyNow()
      const at = before.findIndex((one) => one.id === id)
      if (client === undefined || at < 0) return
      const key = turnKey(rowId, id)
      const cell = await askTurn({ state, client, key, rowId, variantId, history: before.slice(0, at), settings })
      const message = answerMessages(cell).at(-1)
      const now = historyNow()
      const current = now.find((one) => one.id === id)
      if (message === undefined || current === undefined) return
      store.set(session.runsAtom, (runs) => withoutEntry(runs, key))
      keepVersions(id, [
        { message: anonymousMessage(current), settings: null },
        { message, settings },
      ])
      const next = replaced(now, id, message)
      follow(next, id, followUp)
      if (followUp !== 'branch') noteFresh(next, id)
    },
    /** Asks for another answer to the whole conversation. */
    async answerAgain({ at: { variantId }, key, wording, versions }: VariantAnswer, settings: ModelSettings): Promise<void> {
      const client = bindings.service?.client
      if (client === undefined) return
      const turn = { variantId, wording }
      remember(state, rowId, (memory) => withLoose(memory, turn, versions))
      const cell = await askTurn({ state, client, key, rowId, variantId, history: historyNow(), settings })
      const message = answerMessages(cell).at(-1)
      if (message === undefined) return
      store.set(session.runsAtom, (runs) => withoutEntry(runs, key))
      remember(state, rowId, (memory) => withShown(memory, turn, { message, settings }))
    },
    /** Ends what is asked for at a turn, or puts away that it failed. */
    endAsking(key: string): void {
      store.get(session.runsAtom).get(key)?.stop()
      store.set(session.runsAtom, (runs) => withoutEntry(runs, key))
    },
    stopAsking: (key: string) => store.get(session.runsAtom).get(key)?.stop(),
    makeTestCase(answer: string | null, expectsAnswer: boolean): void {
      const row = store.get(rows.rowAtom(rowId))
      if (row === null) return
      const parts = testCaseOf(row, answer, expectsAnswer)
      const { number } = addBelow([parts])
      offerUndo(say(parts.expected === undefined ? 'testCaseMade' : 'testCaseExpects', { number }))
    },
    showCase: show,
  }
}
export type ConversationActions = ReturnType<typeof useConversation>
