import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { EnhancedPrompt } from '../../state/prompt.ts'

/** Model and parameters of a variant; what is typed into its messages draws nothing anew. */
export function useSettingsOf(variantId: string): EnhancedPrompt['llmConfig'] {
  const { prompt } = usePlayground().state
  return useAtomValue(useMemo(() => atom((get) => get(prompt.draftOf(variantId)).llmConfig), [prompt, variantId]))
}
