import { isLink } from '@vitrine/playground'

/**
 * Takes a link out of the address bar: it is opened once, and an address that somebody copies from there holds nobody's prompt. Null where
 * there is none.
 */
export function takeLink({ location, history }: Pick<Window, 'location' | 'history'>): string | null {
  const { hash, pathname, search } = location
  if (!isLink(hash)) return null
  history.replaceState(history.state, '', pathname + search)
  return hash
}
