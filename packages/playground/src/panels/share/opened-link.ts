import type { LinkReading } from '../../exchange/link/link-reading.ts'

/** How a link is opened: at once, where somebody came by it, or after a question, where somebody is at work. */
export type HowOpened = 'load' | 'ask'

/** A link that the host gave, and where it stands. Another one takes its place. */
export interface OpenedLink {
  readonly reading: LinkReading
  readonly stage: 'refused' | 'asking' | 'loaded'
}
