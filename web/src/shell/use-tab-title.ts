import type { PlaygroundBindings } from '@vitrine/playground'
import { useEffect } from 'react'
import { tabTitle } from './tab-title.ts'

/** Keeps the tab's title by page and run. A run that moves on renders nothing. */
export function useTabTitle(page: string, product: string, bindings: PlaygroundBindings | null): void {
  useEffect(() => {
    const state = bindings?.state
    const write = () => {
      const title = tabTitle(page, product, state?.store.get(state.execution.progressAtom) ?? null)
      if (document.title !== title) document.title = title
    }
    write()
    return state?.store.sub(state.execution.progressAtom, write)
  }, [page, product, bindings])
}
