import type { Place } from '../../playground-context.ts'
import type { PlaygroundState, Store } from '../../state/playground-state.ts'
import { whenDrawn } from './when-drawn.ts'

/** Opens what hides a place, then puts the focus there once it is drawn. */
export function createPlaces(state: PlaygroundState, store: Store, root: HTMLElement | null): (place: Place) => void {
  const { view } = state
  return (place) => {
    if (place.kind === 'cell') {
      const at = { rowId: place.rowId, column: place.column }
      store.set(view.narrowPartAtom, 'cases')
      store.set(view.cursorAtom, at)
      store.set(view.editingAtom, at)
      return
    }
    store.set(view.configCollapsedAtom, false)
    store.set(view.narrowPartAtom, 'prompt')
    store.set(view.drawerAtom, null)
    const selector = selectorOf(place)
    whenDrawn(root, selector, (element) => {
      element.scrollIntoView({ block: 'nearest' })
      element.focus()
      if (place.kind === 'model') element.click()
    })
  }
}

const selectorOf = (place: Exclude<Place, { readonly kind: 'cell' }>): string => {
  if (place.kind === 'model') return '[data-testid="model"]'
  if (place.kind === 'settings') return '[data-part="settings"] :is(input, button)'
  return `[data-testid="message"][data-index="${place.index}"] :is([data-part="editor"], textarea)`
}
