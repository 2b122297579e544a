import { useQuery } from '@tanstack/react-query'
import { atom, useAtomValue } from 'jotai'
import { useDeferredValue, useMemo } from 'react'
import { estimateTokenCount } from 'tokenx'
import { usePlayground } from '../playground-context.ts'
import { useModel } from '../queries/use-models.ts'
import { isO200k } from './is-o200k.ts'
import type { TokenCount } from './token-count.ts'

/** Counts that nobody looks at any more are soon let go: their keys are whole texts. Milliseconds. */
const KEPT_MS = 5_000

/** How many tokens a text is: an estimate by its length at once, the model's own count where its encoding is known. */
export function useTokenCount(text: string): TokenCount {
  const { state, bindings } = usePlayground()
  const modelAtom = useMemo(() => atom((get) => get(state.prompt.draftAtom).llmConfig.model), [state])
  const model = useModel(useAtomValue(modelAtom))
  const settled = useDeferredValue(text)
  const estimate = useMemo(() => (settled === '' ? 0 : estimateTokenCount(settled)), [settled])
  const { tokenCounter } = bindings
  const isCountable = tokenCounter !== undefined && settled !== '' && model !== null && model.provider === 'openai' && isO200k(model.name)
  const { data } = useQuery({
    queryKey: ['tokens', settled],
    enabled: isCountable,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    queryFn: async () => (await tokenCounter?.count(settled)) ?? null,
  })
  // What was counted for another model is still at hand, and not this one's.
  return (isCountable ? data : null) ?? { tokens: estimate, isExact: settled === '' }
}
