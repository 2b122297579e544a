import { useStore } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import { workMark } from './work-mark.ts'

/** Answers with what is called once the work was given as a file, or to the host: closing the page no longer loses it. */
export function useGiven(): () => void {
  const { state, givenAtom } = usePlayground()
  const store = useStore()
  return () => store.set(givenAtom, workMark(state))
}
