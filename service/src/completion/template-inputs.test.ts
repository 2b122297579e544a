import { beforeAll, describe, expect, it } from 'vitest'
import { createTemplateCache, loadFormat } from '@vitrine/templating'
import type { RunRequest, TemplateFormat } from '@vitrine/contracts'
import { readCompletionRequest } from '@vitrine/contracts/schemas'
import { render } from './render.ts'
import { inputsIn, readWithoutLoss, withEnvelope } from './template-inputs.ts'

const cache = createTemplateCache(10)
beforeAll(() => loadFormat('jinja2'))

/** What a template makes of inputs that came as this text. */
function rendered(template: string, inputsText: string, format: TemplateFormat = 'curly'): unknown {
  const body = `{"ag_config":{"prompt":{"messages":[{"role":"user","content":${JSON.stringify(template)}}],"template_format":"${format}","llm_config":{"model":"demo/echo"}}},"inputs":${inputsText}}`
  const read = readCompletionRequest(JSON.parse(body))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const rendering = render(read.request, inputsIn(readWithoutLoss(body)) ?? (read.request.inputs as never), cache)
  return rendering.ok ? rendering.messages[0]?.content : rendering.error
}

describe('inputs', () => {
  it.each([
    ['{"x":1.0}', '1.0'],
    ['{"x":1e3}', '1000.0'],
    ['{"x":9007199254740993}', '9007199254740993'],
    ['{"x":-12345678901234567890}', '-12345678901234567890'],
    ['{"x":1}', '1'],
    ['{"x":0.5}', '0.5'],
    ['{"x":"1.0"}', '1.0'],
    ['{"x":"a \\"1.0\\" b"}', 'a "1.0" b'],
    ['{"x":1,"x":2.0}', '2.0'],
  ])('keep numbers as they were written: %s', (inputs, expected) => {
    expect(rendered('{{x}}', inputs)).toBe(expected)
  })

  it('are read a second time only where that can matter', () => {
    expect(readWithoutLoss('{"inputs":{"x":1,"y":"2026-11-21","z":0.25}}')).toBeNull()
    expect(readWithoutLoss('{"inputs":{"x":1.0}}')).not.toBeNull()
  })

  it('are only those at the top', () => {
    expect(rendered('{{x}}', '{"x":"own","inputs":{"x":1.0}}')).toBe('own')
  })

  it('can be reached under their own name, unless the caller has one of that name', () => {
    expect(rendered('{{country}} {{inputs.country}} {{$.inputs.country}}', '{"country":"X"}')).toBe('X X X')
    expect(rendered('{{inputs.country}}', '{"country":"X","inputs":{"country":"Y"}}')).toBe('Y')
  })

  it('keep a key named __proto__ a key', () => {
    const inputs = JSON.parse('{"__proto__":"v"}') as Record<string, string>
    expect(Object.keys(withEnvelope(inputs))).toEqual(['__proto__', 'inputs'])
    expect(Object.getPrototypeOf(withEnvelope(inputs))).toBe(Object.prototype)
    expect(rendered('{{__proto__}}', '{"__proto__":"v"}')).toBe('v')
  })

  it.each(['{{x}}', '$&', '$1', '{% raw %}', '\u0000', '\ud83d', '{{{{', '\\'])('arrive unchanged: %j', (value) => {
    expect(rendered('[{{x}}]', JSON.stringify({ x: value }))).toBe(`[${value}]`)
  })
})

describe('render', () => {
  it('refuses a prompt in which nothing is said', () => {
    for (const [template, inputs] of [
      ['', '{}'],
      ['  \n', '{}'],
      ['{{x}}', '{"x":""}'],
    ] as const) {
      expect(rendered(template, inputs)).toMatchObject({
        code: 'invalid_request',
        meta: { issues: [{ path: 'ag_config.prompt.messages' }] },
      })
    }
  })

  it('names every missing variable, the place and what may have been meant', () => {
    const error = rendered('{{langauge}}\n{{topic}}', '{"language":"es"}')
    expect(error).toMatchObject({
      code: 'missing_variables',
      meta: { location: 'messages[0].content', names: ['langauge', 'topic'], candidates: { langauge: ['language'] } },
    })
  })

  it('tells line and column of a broken template', () => {
    expect(rendered('a\nb {{ x', '{}', 'jinja2')).toMatchObject({
      code: 'template_syntax',
      meta: { location: 'messages[0].content', line: 2 },
    })
  })

  it('leaves the history as it is', () => {
    const request: RunRequest = {
      mode: 'chat',
      messages: [{ role: 'system', content: 'Be {{tone}}.' }],
      templateFormat: 'curly',
      settings: { model: 'demo/echo' },
      inputs: { tone: 'kind' },
      history: [{ role: 'user', content: '{{tone}}' }],
      unknown: [],
    }
    expect(render(request, { tone: 'kind' }, cache)).toMatchObject({
      messages: [{ content: 'Be kind.' }, { content: '{{tone}}' }],
    })
  })
})
