import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'

/** What a variant is called: A, B, C … by its place. */
export function useVariantLetter(variantId: string): string {
  const { variants } = usePlayground().state.prompt
  const index = useAtomValue(useMemo(() => atom((get) => get(variants.idsAtom).indexOf(variantId)), [variants, variantId]))
  return variantLetter(Math.max(0, index))
}
