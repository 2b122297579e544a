import { filterText, readFilter, type RowFilter } from '@vitrine/playground'

const NAME = 'filter'

/** The filter that a fragment asks for; one that keeps everything where it asks for none. */
export const filterIn = (hash: string): RowFilter => readFilter(new URLSearchParams(hash.slice(1)).get(NAME) ?? '')

/** The fragment with this filter in it, and all else that it said; empty where nothing is left. */
export function hashWith(hash: string, filter: RowFilter): string {
  const others = hash
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${NAME}=`))
  const word = filterText(filter)
  const parts = word === '' ? others : [...others, `${NAME}=${encodeURIComponent(word)}`]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}
