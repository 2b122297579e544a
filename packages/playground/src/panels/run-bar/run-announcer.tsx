import { useEffect, useState } from 'react'
import { useStore } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'

const EVERY_MS = 5000

/** Tells a screen reader how the run goes: at most every five seconds, and at its end. Streaming text is never read out. */
export function RunAnnouncer() {
  const say = useText('run')
  const store = useStore()
  const { state } = usePlayground()
  const [words, setWords] = useState('')
  useEffect(() => {
    const { progressAtom } = state.execution
    let saidAtMs = Number.NEGATIVE_INFINITY
    let saidEndOf: string | null = null
    return store.sub(progressAtom, () => {
      const progress = store.get(progressAtom)
      if (progress === null) return
      const { total, done, failed, stopped, endedAtMs, runId } = progress
      if (endedAtMs !== null) {
        if (saidEndOf !== runId) setWords(say('announceEnd', { done, failed, stopped }))
        saidEndOf = runId
        return
      }
      if (state.clock() - saidAtMs < EVERY_MS) return
      saidAtMs = state.clock()
      setWords(say('announceRunning', { done: done + failed + stopped, total, failed }))
    })
  }, [say, state, store])
  return (
    <div role="status" aria-live="polite" className="vitrine-unseen">
      {words}
    </div>
  )
}
