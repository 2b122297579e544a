import { LINK_PREFIX, isLink } from './link-prefix.ts'
import type { LinkReading } from './link-reading.ts'

/**
 * What the fragment of an address holds; null where it is none of ours. Nothing changes, runs or is fetched by it: what becomes of the
 * snapshot is the host's choice, `PlaygroundHandle.openLink` for one. The code that reads is loaded when there is a link.
 *
 * *Errors*: a link that cannot be taken is refused with the problems that say why. It never rejects for what a link holds.
 */
export async function decodeLink(fragment: string): Promise<LinkReading | null> {
  if (!isLink(fragment)) return null
  const { readLink } = await import('./read-link.ts')
  return readLink(fragment.slice(LINK_PREFIX.length))
}
