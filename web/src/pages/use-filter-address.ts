import type { RowFilter } from '@vitrine/playground'
import { useCallback, useEffect, useState } from 'react'
import { filterIn, hashWith } from '../shell/filter-address.ts'

/** Which cases are shown stands in the address, so that a reload and whoever is sent it see the same. */
export function useFilterAddress(): { readonly filter: RowFilter; readonly onFilterChange: (filter: RowFilter) => void } {
  const [filter, setFilter] = useState(() => filterIn(location.hash))
  useEffect(() => {
    const follow = () => setFilter(filterIn(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const onFilterChange = useCallback((next: RowFilter) => {
    const { pathname, search, hash } = location
    history.replaceState(history.state, '', pathname + search + hashWith(hash, next))
    setFilter(next)
  }, [])
  return { filter, onFilterChange }
}
