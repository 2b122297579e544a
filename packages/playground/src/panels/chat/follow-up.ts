import type { FollowUp } from '../../settings/settings.ts'
import { cutAfter, type History } from './history-edit.ts'

export type Followed =
  | { readonly kind: 'same-case'; readonly history: History }
  /** The case stays as it was; `history` is that of the new one. */
  | { readonly kind: 'new-case'; readonly history: History }

/** A conversation in which a turn became another one. `edited` is the whole of it, with what follows. */
export function followedUp(edited: History, id: string, followUp: FollowUp): Followed {
  if (followUp === 'branch') return { kind: 'new-case', history: cutAfter(edited, id) }
  return { kind: 'same-case', history: followUp === 'cut' ? cutAfter(edited, id) : edited }
}

/** Whether there is anything to ask: a turn at the end has nothing after it. */
export const isFollowed = (history: History, id: string): boolean => history.length > 0 && history.at(-1)?.id !== id
