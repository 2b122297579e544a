import { describe, expect, it } from 'vitest'
import { escapeLiteral, placeholderFor } from './write.ts'

describe('placeholderFor', () => {
  it.each([
    ['name', '{{ name }}'],
    ['naïve', '{{ naïve }}'],
    ['user-id', '{{$["user-id"]}}'],
    ['a b', '{{$["a b"]}}'],
    ['true', '{{$["true"]}}'],
    ['is', '{{$["is"]}}'],
    ['1st', '{{$["1st"]}}'],
    ['', '{{$[""]}}'],
    ['a"}}b', '{{$["a\\"}}b"]}}'],
    ['ﬁ', '{{ ﬁ }}'],
    ['゛', '{{$["゛"]}}'],
  ])('writes %j', (name, expected) => {
    expect(placeholderFor(name)).toBe(expected)
  })
})

describe('escapeLiteral', () => {
  it.each([
    ['plain { text }', 'plain { text }'],
    ['{{ x }}', "{{ '{' }}{ x }}"],
    ['{% x %}{# y #}', "{{ '{' }}% x %}{{ '{' }}# y #}"],
    ['ends in {', "ends in {{ '{' }}"],
    ['a\r\nb', "a{{ '\\r' }}\nb"],
    ['a\0b', "a{{ '\\0' }}b"],
  ])('makes %j safe', (text, expected) => {
    expect(escapeLiteral(text)).toBe(expected)
  })
})
