import { type TemplateVariable, isFormatLoaded, loadFormat } from '@vitrine/templating'
import { atom } from 'jotai'
import type { UndoLabel } from './change.ts'
import type { History } from './create-undo.ts'
import { editedMessage } from './edited-message.ts'
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
  /**
   * What a prompt read while all of its templates could be read, by the version that was changed since: half a placeholder takes no
   * column away. Undo brings a version back, and with it what was known of that one.
   */
  const lastRead = new WeakMap<EnhancedPrompt, readonly TemplateVariable[]>()
  const variablesAtom = atom((get) => {
    const { variables, isComplete } = get(analysisAtom)
    const known = lastRead.get(get(document.promptAtom))
    return isComplete || known === undefined ? variables : withNew(known, variables)
  })
  const keepNames = keptIfEqual<readonly string[]>(sameItems)
  const namesAtom = atom((get) => keepNames(get(variablesAtom).map(({ name }) => name)))
  const draftAtom = atom<EnhancedPrompt>((get) => ({ ...get(document.promptAtom), variables: get(namesAtom) }))

  const current = () => store.get(document.promptAtom)
  function change(after: EnhancedPrompt, label: string, joinKey?: string): void {
    const before = current()
    if (before === after) return
    const { variables, isComplete } = store.get(analysisAtom)
    const read = isComplete ? variables : lastRead.get(before)
    if (read !== undefined) lastRead.set(after, read)
    history.commit({ label, prompt: { before, after } }, joinKey)
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
    variablesAtom,
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
      changeMessages(current().messages.with(at, editedMessage(message, patch)), 'message-edit', joinKey)
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

function withNew(known: readonly TemplateVariable[], read: readonly TemplateVariable[]): readonly TemplateVariable[] {
  const names = new Set(known.map(({ name }) => name))
  return [...known, ...read.filter(({ name }) => !names.has(name))]
}
