import type { Journal } from '@vitrine/playground/journal'
import { useEffect } from 'react'

/** The page is drawn by then. Milliseconds. */
const LATER_MS = 1000

/** Tells whether this browser keeps runs, or is to keep them. */
export function useHasRuns(journal: Journal, tell: (hasRuns: boolean) => void): void {
  useEffect(() => {
    let isGone = false
    async function look() {
      try {
        const has = (await journal.isOn()) || (await journal.runs()).length > 0
        if (!isGone) tell(has)
      } catch {
        // A browser that keeps nothing has nothing to show.
      }
    }
    const timer = setTimeout(() => void look(), LATER_MS)
    const end = journal.subscribe(() => void look())
    return () => {
      isGone = true
      clearTimeout(timer)
      end()
    }
  }, [journal, tell])
}
