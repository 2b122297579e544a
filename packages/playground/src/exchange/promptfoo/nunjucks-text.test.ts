import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curlyOfNunjucks, hasNunjucks, literalText, nunjucksOfCurly } from './nunjucks-text.ts'

describe('a text for the other tool', () => {
  it.each([
    ['plain', 'plain'],
    ['{a} }} %}', '{a} }} %}'],
    ['{{a}}', "{{ '{' }}{a}}"],
    ['{% raw %}', "{{ '{' }}% raw %}"],
    ['{# note #}', "{{ '{' }}# note #{{ '}' }}"],
    ['{{{', "{{ '{' }}{{ '{' }}{"],
  ])('%j stays what it is as %j', (text, written) => {
    expect(literalText(text)).toBe(written)
  })

  it.each([
    ['Hello {{ name }} and {{a.b}}', 'Hello {{ name }} and {{a.b}}'],
    ['{{name}}: {% x', "{{name}}: {{ '{' }}% x"],
    ['{{größe}}', '{{größe}}'],
    ['never {{ closed', "never {{ '{' }}{ closed"],
  ])('is the curly template %j as %j', (curly, written) => {
    expect(nunjucksOfCurly(curly)).toBe(written)
    expect(curlyOfNunjucks(written)).toBe(curly)
  })

  it.each(['{{user-id}}', '{{not a name}}', '{{}}', '{{{{literal}}}}', 'a {{$.b}}'])('says nothing for the curly template %j', (curly) => {
    expect(nunjucksOfCurly(curly)).toBeNull()
  })

  it.each(['{{ a | upper }}', '{% if a %}b{% endif %}', '{# note #}', "{{ '{' }}{a}}", '{% raw %}x{% endraw %}'])(
    '%j is no curly template',
    (text) => {
      expect(curlyOfNunjucks(text)).toBeNull()
    },
  )

  it('is read as what was written', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[{}%# a]{0,12}$/))
    fc.assert(
      fc.property(text, (curly) => {
        const written = nunjucksOfCurly(curly)
        expect(written === null ? curly : curlyOfNunjucks(written)).toBe(curly)
        expect(hasNunjucks(literalText(curly).replaceAll(/\{\{ '[{}]' \}\}/g, ' '))).toBe(false)
      }),
    )
  })
})
