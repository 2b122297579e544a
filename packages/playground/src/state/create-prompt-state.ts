import { isFormatLoaded, loadFormat } from '@vitrine/templating'
import { atom } from 'jotai'
import type { UndoLabel } from './change.ts'
import type { History } from './create-undo.ts'
import type { Document } from './document.ts'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import { inserted, moved } from './list-edit.ts'
import type { PromptState, Store } from './playground-state.ts'
import type { AnalysePrompt } from './prompt-analysis.ts'
import { patchOf } from './prompt-patch.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'

export function createPromptState(
  store: Store,
  document: Document,
  history: History,
  ids: () => string,
  analyse: AnalysePrompt,
): PromptState {
  const arrivedFormatsAtom = atom(0)
  const analysisAtom = atom((get) => {
    get(arrivedFormatsAtom)
    return analyse(get(document.promptAtom))
  })
  const fetchFormat = (): void => {
    const { templateFormat } = store.get(document.promptAtom)
    if (isFormatLoaded(templateFormat)) return
    void loadFormat(templateFormat).then(() => store.set(arrivedFormatsAtom, (count) => count + 1))
  }
  store.sub(document.promptAtom, fetchFormat)
  fetchFormat()
  const keepNames = keptIfEqual<readonly string[]>(sameItems)
  const namesAtom = atom((get) => keepNames(get(analysisAtom).variables.map(({ name }) => name)))
  const draftAtom = atom<EnhancedPrompt>((get) => ({ ...get(document.promptAtom), variables: get(namesAtom) }))

  const current = () => store.get(document.promptAtom)
  function change(after: EnhancedPrompt, label: string, joinKey?: string): void {
    const before = current()
    if (before !== after) history.commit({ label, prompt: { before, after } }, joinKey)
  }
  function changeMessages(messages: readonly EnhancedMessage[], label: UndoLabel, joinKey?: string): void {
    if (messages !== current().messages) change({ ...current(), messages }, label, joinKey)
  }
  const indexOf = (id: string) => current().messages.findIndex((message) => message.id === id)

  function addMessages(messages: readonly Omit<EnhancedMessage, 'id'>[], at?: number): readonly string[] {
    const added = messages.map((message) => ({ ...message, id: ids() }))
    if (added.length > 0) changeMessages(inserted(current().messages, added, at), 'message-add')
    return added.map(({ id }) => id)
  }

  return {
    draftAtom,
    variablesAtom: atom((get) => get(analysisAtom).variables),
    problemsAtom: atom((get) => get(analysisAtom).problems),
    patch(patch, label) {
      const { after, joinKey, label: own } = patchOf(current(), patch)
      change(after, label ?? own, joinKey)
    },
    addMessages,
    addMessage: (message, at) => addMessages([message], at)[0] ?? '',
    editMessage(id, patch) {
      const at = indexOf(id)
      const message = current().messages[at]
      if (!message) return
      const joinKey = `message ${id} ${Object.keys(patch).toSorted().join(' ')}`
      changeMessages(current().messages.with(at, { ...message, ...patch, id }), 'message-edit', joinKey)
    },
    duplicateMessage(id) {
      const at = indexOf(id)
      const message = current().messages[at]
      if (message) changeMessages(inserted(current().messages, [{ ...message, id: ids() }], at + 1), 'message-duplicate')
    },
    moveMessage(id, to) {
      changeMessages(moved(current().messages, indexOf(id), to), 'message-move')
    },
    deleteMessage(id) {
      if (indexOf(id) < 0) return
      changeMessages(
        current().messages.filter((message) => message.id !== id),
        'message-delete',
      )
    },
  }
}
