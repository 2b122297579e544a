import { type Atom, type PrimitiveAtom, atom } from 'jotai'
import type { UndoLabel } from './change.ts'
import type { History } from './create-undo.ts'
import type { Document } from './document.ts'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import { inserted, moved } from './list-edit.ts'
import type { Store } from './playground-state.ts'
import type { VariantsState } from './prompt-state.ts'
import { MAX_VARIANTS, type PromptVariant } from './prompt.ts'

/** Variants side by side: which there are, which one the configuration shows, and what is done to them. */
export function createVariantsState({
  store,
  document,
  history,
  ids,
  activeIdAtom,
  activeVariantIdAtom,
}: {
  readonly store: Store
  readonly document: Document
  readonly history: History
  readonly ids: () => string
  /** As it was chosen; it may point at a variant that is gone. */
  readonly activeIdAtom: PrimitiveAtom<string>
  readonly activeVariantIdAtom: Atom<string>
}): VariantsState {
  const keepIds = keptIfEqual<readonly string[]>(sameItems)
  const listAtom = atom((get) => get(document.promptAtom).variants)
  const list = () => store.get(listAtom)
  function commit(variants: readonly PromptVariant[], label: UndoLabel): void {
    const before = store.get(document.promptAtom)
    if (variants !== before.variants) history.commit({ label, prompt: { before, after: { ...before, variants } } })
  }

  return {
    listAtom,
    // The same list while they are the same: with every key in a prompt the variants are new, and the grid is drawn from these.
    idsAtom: atom((get) => keepIds(get(listAtom).map(({ id }) => id))),
    activeIdAtom: activeVariantIdAtom,
    activate: (variantId) => store.set(activeIdAtom, variantId),
    clone(variantId) {
      const at = list().findIndex(({ id }) => id === variantId)
      const source = list()[at]
      if (source === undefined || list().length >= MAX_VARIANTS) return null
      const messages = source.messages.map((message) => ({ ...message, id: ids() }))
      const copy: PromptVariant = { id: ids(), messages, llmConfig: source.llmConfig }
      commit([...list(), copy], 'variant-add')
      store.set(activeIdAtom, copy.id)
      return copy.id
    },
    remove(variantId) {
      const rest = list().filter(({ id }) => id !== variantId)
      if (rest.length === 0 || rest.length === list().length) return
      const at = list().findIndex(({ id }) => id === variantId)
      const neighbour = rest[Math.min(at, rest.length - 1)]
      const wasActive = store.get(activeVariantIdAtom) === variantId
      commit(rest, 'variant-delete')
      if (wasActive && neighbour) store.set(activeIdAtom, neighbour.id)
    },
    move: (variantId, to) =>
      commit(
        moved(
          list(),
          list().findIndex(({ id }) => id === variantId),
          to,
        ),
        'variant-move',
      ),
    replace(variantId, { messages, llmConfig }, label) {
      const at = list().findIndex(({ id }) => id === variantId)
      const before = list()[at]
      if (before === undefined) return
      const after = { id: variantId, messages: messages ?? before.messages, llmConfig: llmConfig ?? before.llmConfig }
      commit(list().with(at, after), label)
    },
    convert(templateFormat, messagesOf) {
      const before = store.get(document.promptAtom)
      const variants = before.variants.map(({ id, llmConfig, messages }) => ({ id, llmConfig, messages: messagesOf.get(id) ?? messages }))
      history.commit({ label: 'format', prompt: { before, after: { ...before, templateFormat, variants } } })
    },
    add(prompts) {
      const room = MAX_VARIANTS - list().length
      const added = prompts.slice(0, room).map(({ messages, llmConfig }) => ({
        id: ids(),
        messages: messages.map((message) => ({ ...message, id: ids() })),
        llmConfig,
      }))
      if (added.length > 0) commit(inserted(list(), added), 'variant-add')
      return added.map(({ id }) => id)
    },
  }
}

/** What a variant is called, by its place: A, B, C … */
export const variantLetter = (index: number): string => String.fromCodePoint(65 + index)
