import { type LucideIcon, ThumbsDown, ThumbsUp } from 'lucide-react'
import type { Rating } from '../../../state/notes.ts'

/** Each rating with its sign, and its names in the texts of `notes`. */
export const RATINGS: readonly {
  readonly rating: Rating
  readonly icon: LucideIcon
  readonly word: Rating
  readonly act: 'rateUp' | 'rateDown'
}[] = [
  { rating: 'up', icon: ThumbsUp, word: 'up', act: 'rateUp' },
  { rating: 'down', icon: ThumbsDown, word: 'down', act: 'rateDown' },
]
