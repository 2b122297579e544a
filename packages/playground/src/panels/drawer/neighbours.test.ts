import { describe, expect, it } from 'vitest'
import { neighboursOf, stepOfKey } from './neighbours.ts'

const key = (name: string, held: object = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held })

describe('neighboursOf', () => {
  it('knows the cases on both sides', () => {
    expect(neighboursOf('b', ['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual({ previous: 'a', next: 'c' })
  })
  it('ends at the ends', () => {
    expect(neighboursOf('a', ['a'], ['a'])).toEqual({ previous: null, next: null })
  })
  it('steps over what a filter hides', () => {
    expect(neighboursOf('a', ['a', 'c'], ['a', 'b', 'c'])).toEqual({ previous: null, next: 'c' })
  })
  it('goes through all where the filter hides the case itself', () => {
    expect(neighboursOf('b', ['a', 'c'], ['a', 'b', 'c'])).toEqual({ previous: 'a', next: 'c' })
  })
  it('has no neighbours for a case that is gone', () => {
    expect(neighboursOf('x', ['a'], ['a'])).toEqual({ previous: null, next: null })
  })
})

describe('stepOfKey', () => {
  it.each([
    ['ArrowDown', { to: 'case', by: 1 }],
    ['ArrowUp', { to: 'case', by: -1 }],
    ['ArrowRight', { to: 'variant', by: 1 }],
    ['ArrowLeft', { to: 'variant', by: -1 }],
    ['j', null],
    ['x', null],
    ['Enter', null],
  ])('reads %s as %s', (name, step) => {
    expect(stepOfKey(key(name), false)).toEqual(step)
  })
  it('turns left and right with the direction of the script', () => {
    expect(stepOfKey(key('ArrowLeft'), true)).toEqual({ to: 'variant', by: 1 })
    expect(stepOfKey(key('ArrowRight'), true)).toEqual({ to: 'variant', by: -1 })
  })
  it('leaves combinations to others', () => {
    expect(stepOfKey(key('ArrowUp', { ctrlKey: true }), false)).toBeNull()
    expect(stepOfKey(key('ArrowDown', { altKey: true }), false)).toBeNull()
  })
})
