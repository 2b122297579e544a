import type { Message, TemplateFormat } from '@vitrine/contracts'
import { loadFormat, type PromptRenderResult, renderPrompt, type TemplateInputs } from '@vitrine/templating'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parametersOf, serviceParametersOf } from './parameters-of.ts'

beforeAll(async () => {
  await loadFormat('jinja2')
  await loadFormat('fstring')
})

const prompt = (format: TemplateFormat, ...texts: readonly string[]) => ({
  format,
  messages: texts.map((content): Message => ({ role: 'user', content })),
})
const namesOf = (format: TemplateFormat, inputs: TemplateInputs, ...texts: readonly string[]) => {
  const { parameters, fixed } = parametersOf(prompt(format, ...texts), inputs)
  return {
    parameters: parameters.map(({ name, value }) => `${name}=${value}`),
    fixed: fixed.map(({ name, reason }) => `${name}: ${reason}`),
  }
}

const contentsOf = (rendered: PromptRenderResult): readonly string[] =>
  rendered.ok ? rendered.messages.map(({ content }) => (typeof content === 'string' ? content : '')) : []

describe('the parameters of a prompt', () => {
  it.each([
    ['curly', 'Say {{ text }} in {{language}}, {{text}}!'],
    ['fstring', 'Say {text} in {language}, {text}!'],
    ['mustache', 'Say {{text}} in {{{language}}}, {{&text}}!'],
    ['jinja2', 'Say {{ text }} in {{ language -}} , {{text}}!'],
  ] as const)('are what %s prints as it is', (format, text) => {
    expect(namesOf(format, { text: 'hi', language: 'Spanish', unused: 'x' }, text, 'plain')).toEqual({
      parameters: ['text=hi', 'language=Spanish'],
      fixed: [],
    })
  })

  it.each([
    ['curly', '{{user.name}} {{user.home.city}}'],
    ['fstring', '{user[name]} {user[home][city]}'],
    ['mustache', '{{user.name}} {{user.home.city}}'],
    ['jinja2', '{{ user.name }} {{ user.home.city }}'],
  ] as const)('are paths where %s prints paths', (format, text) => {
    expect(namesOf(format, { user: { name: 'Ada', home: { city: 'Cairns' } } }, text)).toEqual({
      parameters: ['user.name=Ada', 'user.home.city=Cairns'],
      fixed: [],
    })
  })

  it.each([
    ['jinja2', '{% if tone == "x" %}{{ text }}{% endif %}'],
    ['jinja2', '{{ text | upper }} {{ tone }}'],
    ['mustache', '{{#tone}}{{text}}{{/tone}}'],
    ['curly', '{{$.text}} {{text}} {{tone}}'],
    ['fstring', '{text!r} {tone:>10}'],
  ] as const)('are not those that decide or change a text of %s: %s', (format, text) => {
    const { parameters, fixed } = namesOf(format, { text: 'hi', tone: 'x' }, text)
    expect(parameters).toEqual([])
    expect(fixed.length).toBeGreaterThan(0)
    for (const one of fixed) expect(one).toMatch(/^(text|tone): logic$/)
  })

  it('stay parameters in their texts where another text fixes others', () => {
    expect(
      namesOf('jinja2', { text: 'hi', tone: 'x', name: 'Ada' }, '{{ text }} {{ name }}', '{% if tone %}{{ name }}{% endif %}'),
    ).toEqual({
      parameters: ['text=hi'],
      fixed: ['tone: logic', 'name: logic'],
    })
  })

  it('are not those that are printed both as a whole and in part', () => {
    expect(namesOf('curly', { user: { name: 'Ada' }, text: 'hi' }, '{{user.name}}', '{{user}} {{text}}')).toEqual({
      parameters: ['text=hi'],
      fixed: ['user: structured'],
    })
  })

  it('have the values that the row’s text has, whatever kind they are', () => {
    expect(namesOf('curly', { n: 1.5, yes: true, nothing: null, list: ['é', 1] }, '{{n}} {{yes}} {{nothing}} {{list}}').parameters).toEqual(
      ['n=1.5', 'yes=True', 'nothing=None', 'list=["é", 1]'],
    )
  })

  it('have markers that nothing else in the prompt holds', () => {
    const { parameters } = parametersOf(prompt('curly', 'vitrineSlot0x {{a}}', 'VITRINESLOTQ'), { a: 'vitrineSlotQQ' })
    expect(parameters[0]?.marker).toBe('vitrineSlotQQQ0x')
  })

  it('are found in the response format too', () => {
    const responseFormat = { type: 'json_schema', jsonSchema: { name: 'a', schema: { title: '{{title}}' } } } as const
    expect(
      parametersOf({ ...prompt('curly', '{{text}}'), responseFormat }, { title: 'T', text: 'x' }).parameters.map(({ name }) => name),
    ).toEqual(['text', 'title'])
  })

  it('are none where a template cannot be read', () => {
    expect(namesOf('fstring', { a: '1' }, '{a', '{a}').parameters).toEqual(['a=1'])
  })

  it('make the same text by hand as the engine does', () => {
    const templates = fc
      .array(fc.constantFrom('{{a}}', '{{ b }}', '{{c.d}}', 'text ', '\n', '"', '}} '), { maxLength: 8 })
      .map((parts) => parts.join(''))
    const value = fc.string({ unit: 'binary', maxLength: 8 })
    fc.assert(
      fc.property(
        fc.array(templates, { minLength: 1, maxLength: 3 }),
        value,
        value,
        value,
        fc.constantFrom('curly', 'jinja2', 'mustache'),
        (texts, a, b, d, format) => {
          const inputs = { a, b, c: { d } }
          const given = prompt(format, ...texts)
          const asked = parametersOf(given, inputs)
          const marked = renderPrompt(given, asked.inputs)
          const direct = renderPrompt(given, inputs)
          expect(marked.ok).toBe(direct.ok)
          const byHand = contentsOf(marked).map((content) =>
            asked.parameters.reduce((text, parameter) => text.replaceAll(parameter.marker, () => parameter.value), content),
          )
          expect(byHand).toEqual(contentsOf(direct))
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the parameters of our own service', () => {
  it('are all texts among the inputs', () => {
    const { parameters, fixed, inputs } = serviceParametersOf({ text: 'hi', user: { name: 'Ada' }, ['__proto__']: 'x' })
    expect(parameters.map(({ name, value }) => [name, value])).toEqual([
      ['text', 'hi'],
      ['__proto__', 'x'],
    ])
    expect(fixed).toEqual([{ name: 'user', reason: 'structured' }])
    expect(Object.entries(inputs)).toEqual([
      ['text', parameters[0]?.marker],
      ['user', { name: 'Ada' }],
      ['__proto__', parameters[1]?.marker],
    ])
  })
})
