import { useMemo } from 'react'
import { useTexts } from '../../messages/use-texts.ts'
import { lateModule } from '../../ui/late-module.ts'

const late = lateModule(() => import('./run-words.ts'))

/** What is said of a run where somebody looks closer; null until it is there. `reach`: handlers that begin to fetch it. */
export function useRunWords() {
  const texts = useTexts()
  const module = late.use()
  const words = useMemo(() => module?.runWords(texts) ?? null, [module, texts])
  return { words, reach: { onPointerEnter: late.load, onFocus: late.load } }
}
