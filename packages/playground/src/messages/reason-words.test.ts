import { clashesIn, listModels, refusalsFor } from '@vitrine/model-catalog'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTexts } from './create-texts.ts'
import { loadTexts } from './languages.ts'
import { reasonWords } from './reason-words.ts'
import type { OwnTexts } from './translation.ts'

let german: OwnTexts = {}
beforeAll(async () => {
  german = await loadTexts('de')
})
const inGerman = (reason: string) => reasonWords(createTexts('de', {}, german), reason)
const inEnglish = (reason: string) => reasonWords(createTexts('en'), reason)

const FORMATS = [{ type: 'json_object' }, { type: 'json_schema', jsonSchema: { name: 's' } }] as const

/** Every reason that the catalogue of models can give. */
function reasonsOfModels(): readonly string[] {
  const asked = {
    tools: [{ type: 'function', function: { name: 'f' } }],
    thinking: { type: 'enabled', budgetTokens: 1 },
    reasoningEffort: 'low',
  } as const
  const told = new Set<string | undefined>()
  for (const model of listModels()) {
    const facts = Object.values(model.parameters ?? {}).concat(model.forcedTools ?? [])
    for (const { refused, refusedWhileThinking } of facts) told.add(refused).add(refusedWhileThinking)
    for (const responseFormat of FORMATS)
      for (const { reason } of refusalsFor({ model: model.id, ...asked, responseFormat }, model)) told.add(reason)
    for (const { reason } of clashesIn({ model: model.id, ...asked }, model)) told.add(reason)
  }
  return [...told].filter((reason) => reason !== undefined)
}

describe('why a model does not take a setting', () => {
  it('is a sentence in English, as the catalogue of models says it', () => {
    expect(inEnglish('this model has no JSON mode')).toBe('This model has no JSON mode.')
    expect(inEnglish('As it came!')).toBe('As it came!')
    expect(inEnglish('')).toBe('')
  })
  it('is said in the language, with its values', () => {
    expect(inGerman('this model has no JSON mode')).toBe('Dieses Modell hat keinen JSON-Modus.')
    expect(inGerman('takes only low, medium')).toBe('Nimmt nur low, medium an.')
    expect(inGerman('its thinking has a budget of at least 1,024 tokens')).toBe('Das Budget des Denkens beträgt mindestens 1,024 Token.')
  })
  it('is as it came where nobody has words for it', () => {
    expect(inGerman('this model is on holiday')).toBe('This model is on holiday.')
    expect(inGerman('constructor')).toBe('Constructor.')
    expect(inGerman('takes only ')).toBe('Takes only.')
    expect(reasonWords(createTexts('de', {}, german), 'on holiday', 'on holiday')).toBe('on holiday')
  })
  it('is known for every model of the catalogue', () => {
    const reasons = reasonsOfModels()
    expect(reasons.length).toBeGreaterThan(10)
    expect(reasons.filter((reason) => inGerman(reason) === inEnglish(reason))).toEqual([])
  })
})
