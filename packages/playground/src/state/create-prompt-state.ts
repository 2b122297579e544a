import { isFormatLoaded, loadFormat } from '@vitrine/templating'
import { type Atom, atom } from 'jotai'
import type { UndoLabel } from './change.ts'
import type { History } from './create-undo.ts'
import { createVariantsState } from './create-variants-state.ts'
import { editedMessage } from './edited-message.ts'
import type { Document } from './document.ts'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import { inserted, moved } from './list-edit.ts'
import type { Store } from './playground-state.ts'
import type { PromptState } from './prompt-state.ts'
import { type PromptAnalysis, type AnalysePrompt, withNew } from './prompt-analysis.ts'
import { patchOf } from './prompt-patch.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import { createReadVariant, variantOf, withVariantPrompt } from './variant-prompt.ts'

export function createPromptState(
  store: Store,
  document: Document,
  history: History,
  ids: () => string,
  analyse: AnalysePrompt,
): PromptState {
  const arrivedFormatsAtom = atom(0)
  const fetchFormat = (): void => {
    const { templateFormat } = store.get(document.promptAtom)
    if (isFormatLoaded(templateFormat)) return
    void loadFormat(templateFormat).then(() => store.set(arrivedFormatsAtom, (count) => count + 1))
  }
  store.sub(document.promptAtom, fetchFormat)
  fetchFormat()

  const readVariant = createReadVariant()
  const activeIdAtom = atom('')
  const activeVariantIdAtom = atom((get) => variantOf(get(document.promptAtom), get(activeIdAtom)).id)
  /**
   * What a prompt read while all of its templates could be read, by the version that was changed since: half a placeholder takes no
   * column away. Undo brings a version back, and with it what was known of that one.
   */
  const lastRead = new WeakMap<EnhancedPrompt, PromptAnalysis['variables']>()

  /** All that is derived of one variant. */
  const createReading = (variantId: string) => {
    const ownAtom = atom((get) => readVariant(get(document.promptAtom), variantId))
    const analysisAtom = atom((get) => {
      get(arrivedFormatsAtom)
      return analyse(get(ownAtom))
    })
    const variablesAtom = atom((get) => {
      const { variables, isComplete } = get(analysisAtom)
      const known = lastRead.get(get(ownAtom))
      return isComplete || known === undefined ? variables : withNew(known, variables)
    })
    const keepNames = keptIfEqual<readonly string[]>(sameItems)
    const namesAtom = atom((get) => keepNames(get(variablesAtom).map(({ name }) => name)))
    const draftAtom: Atom<EnhancedPrompt> = atom((get) => ({ ...get(ownAtom), variables: get(namesAtom) }))
    return { analysisAtom, variablesAtom, namesAtom, draftAtom, problemsAtom: atom((get) => get(analysisAtom).problems) }
  }
  const readings = new Map<string, ReturnType<typeof createReading>>()
  const readingOf = (variantId: string) => {
    const reading = readings.get(variantId) ?? createReading(variantId)
    readings.set(variantId, reading)
    return reading
  }

  const activeId = () => store.get(activeVariantIdAtom)
  const current = () => readVariant(store.get(document.promptAtom), activeId())
  function change(after: EnhancedPrompt, label: string, joinKey?: string): void {
    const variantId = activeId()
    const before = store.get(document.promptAtom)
    const next = withVariantPrompt(before, variantId, after)
    if (next === before) return
    const { variables, isComplete } = store.get(readingOf(variantId).analysisAtom)
    const read = isComplete ? variables : lastRead.get(current())
    if (read !== undefined) lastRead.set(readVariant(next, variantId), read)
    history.commit({ label, prompt: { before, after: next } }, joinKey === undefined ? undefined : `${variantId} ${joinKey}`)
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

  const keepColumns = keptIfEqual<readonly string[]>(sameItems)
  return {
    draftAtom: atom((get) => get(readingOf(get(activeVariantIdAtom)).draftAtom)),
    variablesAtom: atom((get) => get(readingOf(get(activeVariantIdAtom)).variablesAtom)),
    problemsAtom: atom((get) => get(readingOf(get(activeVariantIdAtom)).problemsAtom)),
    draftOf: (variantId) => readingOf(variantId).draftAtom,
    variablesOf: (variantId) => readingOf(variantId).variablesAtom,
    problemsOf: (variantId) => readingOf(variantId).problemsAtom,
    columnNamesAtom: atom((get) =>
      keepColumns([...new Set(get(document.promptAtom).variants.flatMap(({ id }) => get(readingOf(id).namesAtom)))]),
    ),
    variants: createVariantsState({ store, document, history, ids, activeIdAtom, activeVariantIdAtom }),
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
