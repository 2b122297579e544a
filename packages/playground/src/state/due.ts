import type { Standing } from './execution-state.ts'

/** What a run of an output that can run would be: the first one of it, one after a change or a failure, or one more of the same. */
export type Outlook = 'fresh' | 'changed' | 'failed' | 'same'

export function outlookOf({ state }: Pick<Standing, 'state'>): Outlook {
  if (state === 'stale') return 'changed'
  if (state === 'failed') return 'failed'
  return state === 'ready' || state === 'stopped' || state === 'blocked' ? 'fresh' : 'same'
}

/** Whether running it would bring something that is not there yet. */
export const isDue = (standing: Standing): boolean => standing.canRun && outlookOf(standing) !== 'same'
