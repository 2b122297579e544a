import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** The mode alone, so that typing in the prompt does not render what only asks for it. */
export function useMode(state: PlaygroundState): 'completion' | 'chat' {
  return useAtomValue(useMemo(() => atom((get) => get(state.prompt.draftAtom).mode), [state]))
}
