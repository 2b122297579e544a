import { CANCELLED } from '@vitrine/client'
import { DEFAULT_BUDGET, loadFormat, parseTemplate, renderTemplate, type TemplateCauseKind } from '@vitrine/templating'
import { beforeAll, describe, expect, it } from 'vitest'
import { UNFINISHED } from '../execution/cell-failure.ts'
import { causeWords } from './cause-words.ts'
import { createTexts } from './create-texts.ts'
import { causes } from './en/causes.ts'
import { loadTexts } from './languages.ts'
import { toldOfError, toldOfFailure, toldOfModel, toldOfProblem } from './told-of.ts'
import type { CauseKind, Told } from './told.ts'

const spoken = async (language: string) => {
  const texts = createTexts(language, {}, await loadTexts(language))
  return (told: Told) => causeWords(texts, told)
}
let inGerman: (told: Told) => string = () => ''
beforeAll(async () => {
  await loadFormat('jinja2')
  inGerman = await spoken('de')
})

describe('what is told of a template', () => {
  /** It does not compile where a template can be refused for what nobody has words for. */
  const worded = (kind: TemplateCauseKind): CauseKind => kind

  it('is its cause', () => {
    const parsed = parseTemplate('jinja2', '{{ a|shout }}')
    const rendered = parsed.ok ? renderTemplate(parsed.template, { a: 'x' }, DEFAULT_BUDGET) : parsed
    const told = rendered.ok ? { message: '' } : toldOfProblem(rendered.problem)
    expect(told.cause?.kind).toBe(worded('unknown-filter'))
    expect(inGerman(told)).toBe('Einen Filter „shout“ gibt es nicht.')
  })
  it('is what is missing, and what is close to it', () => {
    const problem = { code: 'missing_variables', message: 'm', names: ['a', 'b'], candidates: { a: ['c'] } } as const
    expect(inGerman(toldOfProblem(problem))).toBe('Ohne Wert: a, b. Vorhanden ist: c.')
    expect(inGerman(toldOfProblem({ ...problem, candidates: {} }))).toBe('Ohne Wert: a, b.')
  })
  it('is its words where nothing is told apart', () => {
    expect(inGerman(toldOfProblem({ code: 'template_syntax', message: 'As it came.' }))).toBe('As it came.')
  })
})

describe('what is told of a failure', () => {
  it.each([
    ['missing_variables', { names: ['a'], candidates: { a: ['b'] } }, 'Ohne Wert: a. Vorhanden ist: b.'],
    [
      'secret_missing',
      { provider: 'openai', settings: ['A_KEY', 'B_KEY'] },
      'openai ist im Dienst nicht eingerichtet. Dort A_KEY, B_KEY setzen oder ein anderes Modell wählen.',
    ],
    ['unknown_model', { model: 'x', candidates: [] }, 'Ein Modell „x“ gibt es nicht.'],
    ['unknown_model', { model: 'x', candidates: ['y', 'z'] }, 'Ein Modell „x“ gibt es nicht. Vorhanden ist: y, z.'],
    ['unsupported_parameter', { parameter: 'tools' }, 'Das Modell nimmt „tools“ nicht an. Herausnehmen oder ein anderes Modell wählen.'],
    ['body_too_large', { limit_bytes: 1000 }, 'Der Dienst nimmt höchstens 1.000 Byte an. Weniger senden.'],
    ['rate_limited', { retry_after_ms: 1500 }, 'In 2 s erneut versuchen.'],
    ['template_syntax', { cause: { kind: 'unknown-tag', values: { name: 'x' } } }, 'Eine Anweisung „x“ gibt es nicht.'],
  ])('is what the fields of %s say', (code, meta, words) => {
    expect(inGerman(toldOfFailure({ code, message: 'As it came.', meta }))).toBe(words)
  })
  it.each([
    ['secret_missing', { provider: 'openai' }],
    ['missing_variables', { names: 'a' }],
    ['unknown_model', { candidates: [1] }],
    ['template_syntax', { cause: 'x' }],
    ['template_syntax', { cause: { kind: 'unknown-tag' } }],
    ['internal', { names: ['a'] }],
  ])('is the service’s own words where %s lacks its fields', (code, meta) => {
    expect(inGerman(toldOfFailure({ code, message: 'As it came.', meta }))).toBe('As it came.')
  })
  it('is of a model that cannot be used that its provider is not set up', () => {
    const told = toldOfModel({ provider: 'openai', unusableReason: 'There is no key.' })
    expect(told && inGerman(told)).toBe('openai ist im Dienst nicht eingerichtet.')
    expect(toldOfModel({ provider: 'openai' })).toBeNull()
  })
  it('is what the page and the client say of themselves', () => {
    for (const failure of [CANCELLED, UNFINISHED]) {
      const told = toldOfFailure(failure)
      expect(Object.keys(causes)).toContain(told.cause?.kind)
      expect(inGerman(told)).not.toBe(failure.message)
    }
  })
  it('is found in an error that was thrown for it', () => {
    const failure = { code: 'offline', message: 'You are offline.', meta: { cause: { kind: 'offline', values: {} } } }
    expect(inGerman(toldOfError(new Error(failure.message, { cause: failure })))).toBe(
      'Dieser Rechner hat keine Verbindung. Es wurde nichts gesendet.',
    )
    expect(inGerman(toldOfError(new Error('As it came.')))).toBe('As it came.')
  })
})
