import { createContext, use } from 'react'

/** `wide` from 900 px of the frame's own width, `medium` from 600, `small` below. */
export type FrameSizeName = 'wide' | 'medium' | 'small'

export const sizeOf = (width: number | null): FrameSizeName => {
  if (width === null || width >= 900) return 'wide'
  return width >= 600 ? 'medium' : 'small'
}

/** What the details and, beside them, the list of cases need at the least. CSS pixels. */
export const DETAILS_LEAST = 380
export const LIST_LEAST = 300

export const FrameSize = createContext<FrameSizeName>('wide')

export const useFrameSize = (): FrameSizeName => use(FrameSize)
