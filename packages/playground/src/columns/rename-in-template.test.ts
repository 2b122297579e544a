import type { TemplateFormat } from '@vitrine/contracts'
import { parseTemplate, renderTemplate, type TemplateInputs } from '@vitrine/templating'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWritable, renameInTemplate } from './rename-in-template.ts'

const renamed = (format: TemplateFormat, source: string, from = 'name', to = 'title') => {
  const result = renameInTemplate(format, source, from, to)
  return result.ok ? result.text : result.fault
}

function rendered(format: TemplateFormat, source: string, inputs: TemplateInputs): string | null {
  const parsed = parseTemplate(format, source)
  const result = parsed.ok ? renderTemplate(parsed.template, inputs) : null
  return result?.ok === true ? result.text : null
}

describe('renaming a variable in a template', () => {
  it.each<readonly [TemplateFormat, string, string]>([
    ['curly', 'Hi {{name}}, {{ name.first }} and {{surname}}: name', 'Hi {{title}}, {{ title.first }} and {{surname}}: name'],
    ['curly', '{{user.name}} {{name}}', '{{user.name}} {{title}}'],
    ['curly', 'no placeholder: name', 'no placeholder: name'],
    ['fstring', '{name} {name[key]!r:>10} {{name}}', '{title} {title[key]!r:>10} {{name}}'],
    ['fstring', '{other:{name}}', '{other:{title}}'],
    ['mustache', '{{name}} {{{name}}} {{&name}} {{#name}}x{{/name}}', '{{title}} {{{title}}} {{&title}} {{#title}}x{{/title}}'],
    ['mustache', '{{^name}}none{{/name}} {{! name }}', '{{^title}}none{{/title}} {{! name }}'],
    [
      'jinja2',
      '{{ name }} {{ name|upper }} {% if name %}{{ user.name }}{% endif %}',
      '{{ title }} {{ title|upper }} {% if title %}{{ user.name }}{% endif %}',
    ],
    ['jinja2', '{% for x in name %}{{ x ~ name ~ "name" }}{% endfor %}', '{% for x in title %}{{ x ~ title ~ "name" }}{% endfor %}'],
  ])('%s: %s', (format, source, expected) => {
    expect(renamed(format, source)).toBe(expected)
  })
  it.each<readonly [TemplateFormat, string]>([
    ['curly', '{{$.name}} {{name}}'],
    ['mustache', '{{#items}}{{name}}{{/items}}'],
    ['mustache', '{{$.name}}'],
    ['jinja2', '{% if x %}{% set name = 1 %}{% endif %}{{ name }}'],
    ['jinja2', '{% for title in list %}{{ name }}{% endfor %}'],
    ['jinja2', '{{$.name}}'],
  ])('%s refuses %s, where it may mean something else', (format, source) => {
    expect(renamed(format, source)).toBe('expression')
  })
  it('leaves a template that reads both names', () => {
    expect(renamed('curly', '{{name}} {{title}}')).toBe('expression')
  })
  it('tells a broken template that has the name in it, and passes over one that has not', () => {
    expect(renamed('jinja2', '{{ name')).toBe('unreadable')
    expect(renamed('jinja2', '{{ other')).toBe('{{ other')
  })
  it('refuses a name that the format reads otherwise', () => {
    expect(renamed('curly', '{{name}}', 'name', 'a.b')).toBe('expression')
    expect([isWritable('curly', 'a.b'), isWritable('jinja2', 'two words'), isWritable('curly', 'two words')]).toEqual([false, false, true])
    expect([isWritable('fstring', '0'), isWritable('mustache', '#x'), isWritable('jinja2', 'größe')]).toEqual([false, false, true])
  })
  it('takes signs of a pattern and of a replacement for what they are', () => {
    expect(renamed('curly', '{{a+b}} {{aab}}', 'a+b', 'c$&')).toBe('{{c$&}} {{aab}}')
  })
  it('renders the same under the new name', () => {
    const formats = fc.constantFrom<TemplateFormat>('curly', 'fstring', 'mustache', 'jinja2')
    const piece = fc.constantFrom(
      'name',
      'x name',
      'other',
      '{{name}}',
      '{name}',
      '{{ name }}',
      '{{other}}',
      ' ',
      '{{#name}}a{{/name}}',
      '{% if name %}b{% endif %}',
    )
    fc.assert(
      fc.property(formats, fc.array(piece, { maxLength: 6 }), fc.string(), (format, pieces, value) => {
        const source = pieces.join('')
        const result = renameInTemplate(format, source, 'name', 'title')
        if (!result.ok) return
        const before = rendered(format, source, { name: value, other: 'o' })
        expect(rendered(format, result.text, { title: value, other: 'o' })).toBe(before)
      }),
    )
  })
})
