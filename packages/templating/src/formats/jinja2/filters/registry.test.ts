import { describe, expect, it } from 'vitest'
import { FILTER_NAMES } from '../builtins/filter-names.ts'
import { GLOBAL_NAMES } from '../builtins/global-names.ts'
import { GLOBALS } from '../builtins/globals.ts'
import { FILTERS } from './registry.ts'

describe('the tables of names', () => {
  it('list exactly the filters there are', () => {
    expect([...FILTERS.keys()].toSorted()).toEqual([...FILTER_NAMES].toSorted())
  })

  it('list exactly the globals there are', () => {
    expect([...GLOBALS.keys()].toSorted()).toEqual([...GLOBAL_NAMES].toSorted())
  })
})
