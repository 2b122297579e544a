import type { Filter } from './filter.ts'
import { HTML_FILTERS } from './html-filters.ts'
import { LAYOUT_FILTERS } from './layout-filters.ts'
import { NUMBER_FILTERS } from './number-filters.ts'
import { ORDER_FILTERS } from './order-filters.ts'
import { mapFilter, SELECT_FILTERS } from './select-filters.ts'
import { SEQUENCE_FILTERS } from './sequence-filters.ts'
import { SPLIT_FILTERS } from './split-filters.ts'
import { TEXT_FILTERS } from './text-filters.ts'
import { VALUE_FILTERS } from './value-filters.ts'

const lookUp = (name: string): Filter | undefined => FILTERS.get(name)

/** Every filter by name. */
export const FILTERS: ReadonlyMap<string, Filter> = new Map([
  ...TEXT_FILTERS,
  ...LAYOUT_FILTERS,
  ...HTML_FILTERS,
  ...NUMBER_FILTERS,
  ...SEQUENCE_FILTERS,
  ...ORDER_FILTERS,
  ...SPLIT_FILTERS,
  ...SELECT_FILTERS,
  ...VALUE_FILTERS,
  mapFilter(lookUp),
])
