import type { PlaygroundBindings } from '@vitrine/playground'
import { useEffect } from 'react'
import { tabTitle } from './tab-title.ts'

/** Nobody reads a tab more often. Milliseconds. */
const WRITE_EVERY_MS = 500

/** Keeps the tab's title by page and run. A run that moves on renders nothing. */
export function useTabTitle(page: string, product: string, bindings: PlaygroundBindings | null): void {
  useEffect(() => {
    const state = bindings?.state
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      timer = undefined
      const title = tabTitle(page, product, state?.store.get(state.execution.progressAtom) ?? null)
      if (document.title !== title) document.title = title
    }
    write()
    const end = state?.store.sub(state.execution.progressAtom, () => {
      timer ??= setTimeout(write, WRITE_EVERY_MS)
    })
    return () => {
      clearTimeout(timer)
      end?.()
    }
  }, [page, product, bindings])
}
