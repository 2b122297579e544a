import { isLink } from '@vitrine/playground'

/**
 * Takes a link out of the address bar: it is opened once, and an address that somebody copies from there holds nobody's prompt. Null where
 * there is none.
 */
export function takeLink({ location, history }: Pick<Window, 'location' | 'history'>): string | null {
  const { hash, pathname, search } = location
  const parts = hash.slice(1).split('&')
  const link = parts.find((part) => isLink(`#${part}`))
  if (link === undefined) return null
  const rest = parts.filter((part) => part !== link).join('&')
  history.replaceState(history.state, '', `${pathname}${search}${rest === '' ? '' : `#${rest}`}`)
  return `#${link}`
}
