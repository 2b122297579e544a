import { type Message, TEMPLATE_FORMATS, type TemplateFormat } from '@vitrine/contracts'
import { renderPrompt } from '@vitrine/templating'
import { describe, expect, it } from 'vitest'
import { PNG } from './fake-files.ts'
import { withColumnParts, type WithColumnParts } from './with-column-parts.ts'

const PICTURE = `data:image/png;base64,${PNG}`
const picture = { type: 'image_url', imageUrl: { url: PICTURE } } as const
const text = (words: string) => ({ type: 'text', text: words }) as const
const TYPES = new Map([
  ['photo', 'image'],
  ['brief', 'file'],
  ['question', 'text'],
])
const data = { photo: PICTURE, brief: 'https://example.org/brief.pdf', question: 'What is this?' }

const asked = (templateFormat: TemplateFormat, content: Message['content'], values: Readonly<Record<string, string>> = data) =>
  withColumnParts(
    { messages: [{ role: 'user', content: content ?? null }], templateFormat, variables: ['photo', 'brief', 'question'] },
    TYPES,
    {
      data: values,
    },
  )
const contentOf = (result: WithColumnParts<Message>) => (result.ok ? result.messages[0]?.content : result.faults)
const codesOf = (result: WithColumnParts<Message>) => (result.ok ? 'ok' : result.faults.map((fault) => `${fault.column} ${fault.code}`))

/** A name as each format writes it. */
const written = (format: TemplateFormat, name: string) => (format === 'fstring' ? `{${name}}` : `{{${name}}}`)

describe.each(TEMPLATE_FORMATS)('a picture in a column, in %s', (format) => {
  const photo = written(format, 'photo')
  const question = written(format, 'question')
  it('becomes a part where its placeholder stands', () => {
    expect(contentOf(asked(format, `Look: ${photo} ${question}`))).toEqual([text('Look: '), picture, text(` ${question}`)])
  })
  it('stands alone where nothing but blanks is beside it', () => {
    expect(contentOf(asked(format, `${photo}\n`))).toEqual([picture])
  })
  it('stands as often as it is named, beside a file', () => {
    const file = { type: 'file', file: { fileId: 'https://example.org/brief.pdf' } }
    const result = asked(format, `A${photo}B${written(format, 'brief')}C${photo}`)
    expect(contentOf(result)).toEqual([text('A'), picture, text('B'), file, text('C'), picture])
    expect(result.ok && result.columns).toEqual(['photo', 'brief'])
  })
  it('leaves the other variables to be rendered as before', () => {
    const result = asked(format, `Look:\n${photo}\n${question}`)
    const messages = result.ok ? result.messages : []
    expect(renderPrompt({ format, messages }, { question: 'Why?' })).toMatchObject({
      ok: true,
      messages: [{ content: [text('Look:\n'), picture, text('\nWhy?')] }],
    })
  })
  it('is split out of a text part, and the other parts stay', () => {
    const other = { type: 'image_url', imageUrl: { url: 'https://example.org/b.png' } } as const
    expect(contentOf(asked(format, [other, text(`A ${photo}`)]))).toEqual([other, text('A '), picture])
  })
  it('keeps its placeholder in a row without a value, to be told as missing', () => {
    const messages = [{ role: 'user', content: `A ${photo}` }] as const
    const prompt = { messages, templateFormat: format, variables: ['photo'] }
    const result = withColumnParts(prompt, TYPES, { data: { photo: ' ' } })
    expect(result).toEqual({ ok: true, messages, columns: [] })
    expect(result.ok && result.messages).toBe(messages)
  })
})

describe('a placeholder of a column', () => {
  it.each([
    ['mustache', '{{{photo}}}'],
    ['mustache', '{{& photo }}'],
    ['curly', '{{  photo  }}'],
    ['jinja2', '{{ photo }}'],
  ] as const)('is a bare name in %s as %s', (format, placeholder) => {
    expect(contentOf(asked(format, placeholder))).toEqual([picture])
  })
  it('takes the blanks away that jinja2 would', () => {
    expect(contentOf(asked('jinja2', 'A \n{{- photo -}}\n B'))).toEqual([text('A'), picture, text('B')])
  })
  it.each([
    ['jinja2', '{{ photo | upper }}', 'expression'],
    ['jinja2', '{{ photo ~ "x" }}', 'expression'],
    ['jinja2', '{{ "x" ~ photo }}', 'expression'],
    ['jinja2', '{{ question ~ photo }}', 'expression'],
    ['jinja2', '{{ photo[0] }}', 'expression'],
    ['jinja2', '{% if photo %}yes{% endif %}', 'inside-block'],
    ['jinja2', '{% if question %}{{ photo }}{% endif %}', 'inside-block'],
    ['jinja2', '{% for i in [1, 2] %}{{ photo }}{% endfor %}', 'inside-block'],
    ['jinja2', '{% set name = "x" %}{{ photo }} {{ name }}', 'inside-block'],
    ['fstring', '{photo:>10}', 'expression'],
    ['fstring', '{photo!r}', 'expression'],
    ['fstring', '{photo[0]}', 'expression'],
    ['fstring', '{question:{photo}}', 'inside-block'],
    ['curly', '{{ photo.url }}', 'expression'],
    ['curly', '{{ $.photo }}', 'expression'],
    ['mustache', '{{photo.url}}', 'expression'],
    ['mustache', '{{#photo}}yes{{/photo}}', 'inside-block'],
    ['mustache', '{{^photo}}no{{/photo}}', 'inside-block'],
    ['mustache', '{{#question}}{{photo}}{{/question}}', 'inside-block'],
    ['mustache', '{{=<% %>=}}<% photo %>', 'expression'],
  ] as const)('is refused in %s as %s', (format, content, code) => {
    const result = asked(format, content)
    expect(codesOf(result)).toEqual([`photo ${code}`])
    expect(result).toMatchObject({ faults: [{ location: 'messages[0].content', position: { line: 1 } }] })
  })
  it('is refused where other delimiters hold for what follows', () => {
    expect(codesOf(asked('mustache', '{{photo}} {{=<% %>=}} <% question %>'))).toBe('ok')
    expect(codesOf(asked('mustache', '{{=<% %>=}} {{photo}} <% question %>'))).toBe('ok')
  })
  it.each([
    ['jinja2', '{% raw %}{{ photo }}{% endraw %}'],
    ['curly', '{{{{photo}}}}'],
    ['fstring', '{{photo}}'],
    ['mustache', '{{! photo }}'],
    ['jinja2', '{{ photo'],
  ] as const)('is none in %s as %s, so the message stays as it is', (format, content) => {
    const result = asked(format, content)
    expect(contentOf(result)).toBe(content)
    expect(result.ok && result.columns).toEqual([])
  })
  it('is told with its text and place', () => {
    const result = asked('jinja2', [text('fine'), text('a\n {{ photo | upper }}')])
    expect(result).toEqual({
      ok: false,
      faults: [
        {
          code: 'expression',
          column: 'photo',
          written: '{{ photo | upper }}',
          position: { offset: 3, length: 19, line: 2, column: 2 },
          location: 'messages[0].content[1].text',
        },
      ],
    })
  })
})

describe('the value of a column', () => {
  const of = (value: string, content = '{{photo}}{{brief}}') => asked('curly', content, { photo: value, brief: value })
  it('is an address or data', () => {
    expect(contentOf(of('https://example.org/a'))).toEqual([
      { type: 'image_url', imageUrl: { url: 'https://example.org/a' } },
      { type: 'file', file: { fileId: 'https://example.org/a' } },
    ])
    expect(codesOf(of('data:application/pdf;base64,JVBERi0='))).toEqual(['photo not-picture'])
  })
  it('is given a name where it is a file, because some providers ask for one', () => {
    const result = asked('curly', '{{brief}}', { brief: ' data:application/pdf;base64,JVBERi0= ' })
    expect(contentOf(result)).toEqual([{ type: 'file', file: { filename: 'brief.pdf', fileData: 'data:application/pdf;base64,JVBERi0=' } }])
  })
  it.each([
    ['photo.png', 'not-media'],
    ['http://example.org/a.png', 'not-media'],
    ['data:image/png,abc', 'not-media'],
    ['data:image/png;base64,', 'not-media'],
    [`data:image/png;base64,${btoa('<svg onload="alert(1)"/>')}`, 'not-picture'],
  ])('is refused as %.40s', (value, code) => {
    expect(codesOf(asked('curly', '{{photo}}', { photo: value }))).toEqual([`photo ${code}`])
  })
  it('is text where the column is text, whatever it looks like', () => {
    expect(contentOf(asked('curly', '{{question}}', { question: PICTURE }))).toBe('{{question}}')
  })
  it('is own data of the row', () => {
    const prompt = { messages: [{ role: 'user', content: '{{__proto__}}' }], templateFormat: 'curly', variables: ['__proto__'] } as const
    const types = new Map([['__proto__', 'image']])
    expect(withColumnParts(prompt, types, { data: {} })).toMatchObject({ ok: true, columns: [] })
    const row: Record<string, string> = Object.create(null)
    row['__proto__'] = PICTURE
    expect(withColumnParts(prompt, types, { data: row })).toMatchObject({
      ok: true,
      columns: ['__proto__'],
      messages: [{ content: [picture] }],
    })
  })
  it('changes nothing in a prompt that reads no such column', () => {
    const messages = [{ role: 'user', content: '{{question}}' }, { role: 'assistant' }, { role: 'user', content: '{{photo}}' }] as const
    const result = withColumnParts({ messages, templateFormat: 'curly', variables: ['photo', 'question'] }, TYPES, { data })
    expect(result.ok && result.messages.map((message, index) => message === messages[index])).toEqual([true, true, false])
  })
})
