import { describe, expect, it } from 'vitest'
import { columnsOf, missingNames, requiredNames } from './columns.ts'
import { rowValues } from './row-values.ts'

describe('columns', () => {
  it('are text, under the name of their variable', () => {
    expect(columnsOf(['a', '__proto__'], [])).toEqual([
      { id: 'a', name: 'a', type: 'text' },
      { id: '__proto__', name: '__proto__', type: 'text' },
    ])
  })
})

describe('missing names', () => {
  it('are those without a value, in their order, whatever an object inherits', () => {
    const values = rowValues([['b', '0']])
    expect(missingNames(['toString', 'b', '__proto__', 'a'], values)).toEqual(['toString', '__proto__', 'a'])
    expect(missingNames(['toString'], {})).toEqual(['toString'])
  })

  it('keep a row from running only where the format refuses them', () => {
    expect(requiredNames(['a'], 'curly')).toEqual(['a'])
    expect(requiredNames(['a'], 'fstring')).toEqual(['a'])
    expect(requiredNames(['a'], 'jinja2')).toEqual([])
    expect(requiredNames(['a'], 'mustache')).toEqual([])
  })
})
