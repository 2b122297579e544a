import { useMemo } from 'react'
import { useTexts } from '../../messages/use-texts.ts'
import { lateModule } from '../../ui/late-module.ts'

const late = lateModule(async () => {
  const [{ RunMenu }, { runWords }] = await Promise.all([import('./run-menu.tsx'), import('./run-words.ts')])
  return { RunMenu, runWords }
})

/** What is said of a run where somebody looks closer, and its variations; null until they are there. `reach`: handlers that begin to fetch them. */
export function useRunWords() {
  const texts = useTexts()
  const module = late.use()
  const words = useMemo(() => module?.runWords(texts) ?? null, [module, texts])
  return { words, RunMenu: module?.RunMenu ?? null, reach: { onPointerEnter: late.load, onFocus: late.load } }
}
