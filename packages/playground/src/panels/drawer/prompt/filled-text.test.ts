import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filledText } from './filled-text.ts'

const marked = (filled: ReturnType<typeof filledText>) =>
  filled.kind === 'text' ? filled.pieces.map(({ text, variable }) => (variable === null ? text : `[${variable}:${text}]`)).join('') : filled

describe('filledText', () => {
  it.each([
    ['curly', 'Hi {{name}}, {{name}}!', 'Hi [name:Ada], [name:Ada]!'],
    ['fstring', 'Hi {name}.', 'Hi [name:Ada].'],
    ['mustache', '{{#tags}}<{{.}}>{{/tags}}', '<[tags:a]><[tags:b]>'],
    ['jinja2', '{% for tag in tags %}{{ tag }},{% endfor %} {{ name }}', '[tags:a],[tags:b], [name:Ada]'],
    ['jinja2', '{{ tags | join("-") }}', '[tags:a]-[tags:b]'],
    ['curly', '{{user.city}}', '[user:Oslo]'],
  ] as const)('tells values from wording in %s', (format, source, expected) => {
    expect(marked(filledText(format, source, { name: 'Ada', tags: ['a', 'b'], user: { city: 'Oslo' } }))).toBe(expected)
  })
  it('does not tell apart what a filter changed by the marks, and still renders it', () => {
    expect(marked(filledText('jinja2', '{{ name | length }} {{ other }}', { name: 'Ada', other: 'x' }))).toBe('3 [other:x]')
  })
  it('does not take a condition on a value for its place', () => {
    expect(marked(filledText('jinja2', '{% if name == "Ada" %}yes{% else %}no{% endif %}', { name: 'Ada' }))).toBe('yes')
  })
  it('says which values are missing', () => {
    expect(filledText('curly', '{{a}} {{b}}', { a: 'x' })).toEqual({ kind: 'missing', names: ['b'] })
  })
  it('says what is wrong with a template', () => {
    expect(filledText('jinja2', '{% if %}', {}).kind).toBe('problem')
  })
  it('keeps an empty value silent and a value with marks of its own whole', () => {
    expect(marked(filledText('curly', '<{{a}}>', { a: '' }))).toBe('<>')
    expect(marked(filledText('curly', '<{{a}}>', { a: '\u{F0001}x' }))).toBe('<\u{F0001}x>')
  })
  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const filled = filledText('curly', '{{a}}-{{b}}{{a}}', { a, b })
        expect(filled.kind === 'text' && filled.pieces.map(({ text }) => text).join('')).toBe(`${a}-${b}${a}`)
      }),
    )
  })
})
