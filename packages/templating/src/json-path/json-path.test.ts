import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PyFloat } from '../python/number.ts'
import { stepMeter } from '../step-meter.ts'
import { TemplateError } from '../template-error.ts'
import type { TemplateValue } from '../template-format.ts'
import { parseJsonPath } from './parse.ts'
import { queryJsonPath } from './query.ts'
import { resolveJsonPath } from './resolve.ts'
import { rootNameOf } from './root-name.ts'

const data = {
  shop: {
    books: [
      { title: 'Tides', author: 'Ono', price: 8.5, tags: ['sea', 'old'] },
      { title: 'Snow', author: 'Ek', price: 12, isbn: '3-11' },
      { title: 'Ember', author: 'Ono', price: 20.25, isbn: '3-22', tags: [] },
    ],
    cart: { price: 3, colour: 'red' },
  },
  'a.b': 'dotted',
  '': 'empty',
  nothing: null,
  xs: [0, 1, 2, 3, 4, 5],
  big: 9007199254740993n,
  whole: new PyFloat(2),
} satisfies TemplateValue

function all(path: string, root: TemplateValue = data): readonly TemplateValue[] | null {
  const parsed = parseJsonPath(path)
  return parsed === null ? null : queryJsonPath(parsed, root)
}

describe('paths', () => {
  it.each<readonly [string, readonly TemplateValue[]]>([
    ['$', [data]],
    ['$.shop.cart.colour', ['red']],
    ["$['shop']['cart']['colour']", ['red']],
    ['$["a.b"]', ['dotted']],
    ["$['']", ['empty']],
    ['$["shop"]["\\u0063art"].price', [3]],
    ['$.nothing', [null]],
    ['$.shop.books[*].title', ['Tides', 'Snow', 'Ember']],
    ['$.shop.books[0].title', ['Tides']],
    ['$.shop.books[-1].title', ['Ember']],
    ['$.shop.books[9]', []],
    ['$.shop.books[-9]', []],
    ['$.xs[1:3]', [1, 2]],
    ['$.xs[:2]', [0, 1]],
    ['$.xs[-2:]', [4, 5]],
    ['$.xs[::2]', [0, 2, 4]],
    ['$.xs[::-2]', [5, 3, 1]],
    ['$.xs[4:1:-1]', [4, 3, 2]],
    ['$.xs[1:100]', [1, 2, 3, 4, 5]],
    ['$.xs[::0]', []],
    ['$.xs[0, 2, 0]', [0, 2, 0]],
    ['$.xs[ 1 , 4 : ]', [1, 4, 5]],
    ["$.shop.cart['price','colour']", [3, 'red']],
    ['$..price', [8.5, 12, 20.25, 3]],
    ['$..tags[0]', ['sea']],
    ['$.shop..["price"]', [8.5, 12, 20.25, 3]],
    ['$ .shop\n.cart [ "price" ]', [3]],
    ['$.shop.cart.*', [3, 'red']],
    ['$.missing.deeper', []],
    ['$.xs.length', []],
    ['$.shop.books.name', []],
  ])('%s finds its values', (path, values) => {
    expect(all(path)).toEqual(values)
  })

  it.each([
    'x',
    '$x',
    '$.',
    '$..',
    '$.a.',
    '$[',
    '$[]',
    '$[01]',
    '$[-0]',
    '$[1.0]',
    '$[a]',
    "$['a]",
    '$["\\x"]',
    "$['\\\"']",
    '$["\\ud800"]',
    '$.a b',
    '$.-a',
    '$.1a',
    '$.a-b',
    '$[1,]',
    '$[?]',
    '$[?1]',
    '$[?"a"]',
    '$[?@.a ==]',
    '$[?@.a = 1]',
    '$[?@.* == 1]',
    '$[?@[1,2] == 1]',
    '$[?(@.a]',
    '$[?length(@.a)]',
    '$[?length(@.*) == 1]',
    '$[?count(1) == 1]',
    '$[?match(@.a)]',
    '$[?match(@.a, "b") == true]',
    '$[?unknown(@)]',
    '$[?@.a == 01]',
    '$[?!1]',
    '$[9007199254740992]',
    ' $.a',
    '$.a ',
    '@.a',
    '$[?True]',
    '$["a\u0001"]',
  ])('%j is no path', (path) => {
    expect(all(path)).toBeNull()
  })

  it('reads names of any script without quotes', () => {
    expect(all('$.größe.名前', { größe: { 名前: 1 } })).toEqual([1])
  })

  it('never leaves the own members of the data', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'length', 'valueOf']) {
      expect(all(`$.${name}`)).toEqual([])
      expect(all(`$.xs["${name}"]`)).toEqual([])
      expect(all(`$..${name}`)).toEqual([])
      expect(all(`$.shop.cart.colour.${name}`)).toEqual([])
    }
    expect(all('$.whole.value')).toEqual([])
    expect(all('$.__proto__.x', JSON.parse('{"__proto__": {"x": 7}}') as TemplateValue)).toEqual([7])
  })
})

const titles = (filter: string): readonly TemplateValue[] | null => all(`$.shop.books[?${filter}].title`)

describe('filters', () => {
  it.each<readonly [string, readonly string[]]>([
    ['@.isbn', ['Snow', 'Ember']],
    ['!@.isbn', ['Tides']],
    ['@.price < 12', ['Tides']],
    ['@.price <= 12', ['Tides', 'Snow']],
    ['@.price > 12.0', ['Ember']],
    ['@.price >= 1.2e1', ['Snow', 'Ember']],
    ['@.price != 12', ['Tides', 'Ember']],
    ['12 == @.price', ['Snow']],
    ["@.author == 'Ono' && @.price > 10", ['Ember']],
    ["@.author=='Ek'||@.price<10", ['Tides', 'Snow']],
    ["!(@.author == 'Ono')", ['Snow']],
    ["(@.author == 'Ek' || @.author == 'Ono') && @.isbn", ['Snow', 'Ember']],
    ["@['author'] < 'F'", ['Snow']],
    ['@.isbn == @.missing', ['Tides']],
    ['@.price == $.shop.cart.price', []],
    ['@.tags == $.none', ['Snow']],
    ['@.tags[0]', ['Tides']],
    ['@.title == null', []],
    ['length(@.title) == 5', ['Tides', 'Ember']],
    ['length(@.tags) == 2', ['Tides']],
    ['length(@) == 4', ['Tides', 'Snow']],
    ['count(@.tags[*]) == 0', ['Snow', 'Ember']],
    ['count(@.*) > 4', ['Ember']],
    ["value(@..author) == 'Ek'", ['Snow']],
    ["match(@.isbn, '3-[0-9]+')", ['Snow', 'Ember']],
    ["match(@.isbn, '3-1')", []],
    ["search(@.isbn, '3-1')", ['Snow']],
    ["!search(@.title, 'm')", ['Tides', 'Snow']],
    ["match(@.title, '[')", []],
    ['match(@.price, "8.*")', []],
  ])('%s keeps its items', (filter, kept) => {
    expect(titles(filter)).toEqual(kept)
  })

  it('compares by value: arrays, objects, long integers and floats', () => {
    const root: TemplateValue = [
      { v: [1, { a: 2 }], w: [1, { a: new PyFloat(2) }] },
      { v: { a: 1, b: 2 }, w: { b: 2, a: 1 } },
      { v: [1], w: { 0: 1 } },
      { v: { a: 1 }, w: { b: 1 } },
    ]
    expect(all('$[?@.v == @.w]', root)).toEqual([root[0], root[1]])
    expect(all('$[?@ == 9007199254740993]', [9007199254740993n, 9007199254740992])).toEqual([9007199254740993n])
    expect(all('$[?@ == 2]', [2, new PyFloat(2), '2', true])).toEqual([2, new PyFloat(2)])
    expect(all('$[?@ > 1]', [9007199254740993n, new PyFloat(2), 1, '2'])).toEqual([9007199254740993n, new PyFloat(2)])
  })

  it('orders text by code point', () => {
    expect(all('$[?@ < "\uffff"]', ['\ufffe', '😀'])).toEqual(['\ufffe'])
  })

  it('filters objects by their members, also from inside filters', () => {
    expect(all('$.shop[?@.colour].price')).toEqual([3])
    expect(all('$.shop[?@[?@.isbn]][0].title')).toEqual(['Tides'])
  })
})

describe('work', () => {
  it('stops a path whose matches multiply', () => {
    const wide = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => 1))
    expect(() => resolveJsonPath('$..*..*..*..*', [wide, wide, wide], stepMeter(1000))).toThrow(TemplateError)
  })

  it('counts the same steps for the same work, however often it runs', () => {
    const path = parseJsonPath('$..price')
    const fits = (steps: number): boolean => {
      try {
        if (path !== null) queryJsonPath(path, data, stepMeter(steps))
        return true
      } catch {
        return false
      }
    }
    const needed = Array.from({ length: 200 }, (_, steps) => steps).find(fits)
    expect(needed).toBeDefined()
    expect(fits((needed ?? 0) - 1)).toBe(false)
  })

  it('walks data of any depth, and refuses to compare it', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}7${']'.repeat(20_000)}`) as TemplateValue
    expect(resolveJsonPath('$..[?@ == 7]', deep)).toEqual({ found: true, value: 7 })
    expect(() => resolveJsonPath('$[?@.a == @.b]', [{ a: deep, b: [[1]] }])).not.toThrow()
    expect(() => resolveJsonPath('$[?@.a == @.b]', [{ a: deep, b: deep }])).toThrow('cannot be compared')
  })

  it('answers every text with a path or null, and never with an exception', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'$@.*[]()?!&|=<>,:\'"\\ab01-eu \n'.split('')), maxLength: 30 })
    fc.assert(
      fc.property(soup, (text) => {
        const path = parseJsonPath(`$${text}`)
        expect(path === null || Array.isArray(queryJsonPath(path, data))).toBe(true)
      }),
    )
  })

  it('takes no more nesting than it can read back', () => {
    expect(parseJsonPath(`$[?${'('.repeat(50)}@.a${')'.repeat(50)}]`)).not.toBeNull()
    expect(parseJsonPath(`$[?${'('.repeat(50_000)}@.a${')'.repeat(50_000)}]`)).toBeNull()
  })
})

describe('resolveJsonPath', () => {
  it('gives one match as it is, several as a list, and null as a match', () => {
    expect(resolveJsonPath('$.xs[0]', data)).toEqual({ found: true, value: 0 })
    expect(resolveJsonPath('$.xs[0,1]', data)).toEqual({ found: true, value: [0, 1] })
    expect(resolveJsonPath('$.xs', data)).toEqual({ found: true, value: data.xs })
    expect(resolveJsonPath('$.nothing', data)).toEqual({ found: true, value: null })
  })

  it('finds nothing where there is no match or no path', () => {
    expect(resolveJsonPath('$.nope', data)).toEqual({ found: false })
    expect(resolveJsonPath('$.xs[', data)).toEqual({ found: false })
    expect(resolveJsonPath('$xs', data)).toEqual({ found: false })
  })
})

describe('rootNameOf', () => {
  it('names the input that a path starts at', () => {
    expect(rootNameOf(parseJsonPath('$.user.name'))).toBe('user')
    expect(rootNameOf(parseJsonPath('$["a b"][0]'))).toBe('a b')
  })

  it.each(['$', '$..a', '$.*', '$["a","b"]', '$[0]', '$[?@.a]', '$.'])('names none for %s', (path) => {
    expect(rootNameOf(parseJsonPath(path))).toBeUndefined()
  })
})
