import { describe, expect, it } from 'vitest'
import { english } from './catalogue.ts'
import { addTexts, createTexts } from './create-texts.ts'
import { drawer } from './en/drawer.ts'
import { sayIn } from './use-text.ts'

function createTextsWith(own: typeof drawer) {
  const texts = createTexts('en')
  addTexts(texts, 'drawer', own)
  return texts
}

describe('the texts of a mount', () => {
  it('fill in values and pick the plural form', () => {
    const say = sayIn(createTexts('en'), 'cases')
    expect(say('pasted', { count: 1 })).toBe('1 case pasted')
    expect(say('pasted', { count: 7 })).toBe('7 cases pasted')
    expect(say('selectCase', { number: 3 })).toBe('Select case 3')
  })
  it('pick the ordinal form where there is only that', () => {
    const say = sayIn(createTexts('en'), 'output')
    expect([1, 2, 3, 4, 11, 22].map((count) => say('queued', { count }))).toEqual([
      'Queued 1st',
      'Queued 2nd',
      'Queued 3rd',
      'Queued 4th',
      'Queued 11th',
      'Queued 22nd',
    ])
  })
  it('leave values as they are, whatever they hold', () => {
    const say = sayIn(createTexts('en'), 'output')
    expect(say('blocked', { names: '<b>{{names}}</b> $t(grid) &' })).toBe('Missing: <b>{{names}}</b> $t(grid) &')
  })
  it('take texts of the host and fall back to English', () => {
    const say = sayIn(createTexts('de', { frame: { prompt: 'Vorlage' } }), 'frame')
    expect(say('prompt')).toBe('Vorlage')
    expect(say('cases')).toBe('Cases')
    expect(sayIn(createTexts('en', { frame: { prompt: 'Template' } }), 'frame')('prompt')).toBe('Template')
  })
  it('come later where their panel does, and leave the host its own', () => {
    for (const locale of ['en', 'de']) {
      const texts = createTexts(locale, { drawer: { tabs: 'Seiten' } })
      addTexts(texts, 'drawer', drawer)
      const say = sayIn(texts, 'drawer')
      expect(say('tabs')).toBe('Seiten')
      expect(say('output')).toBe(drawer.output)
      expect(say('details', { number: 2 })).toBe(sayIn(createTextsWith(drawer), 'drawer')('details', { number: 2 }))
    }
  })
  it('share nothing between two mounts', () => {
    const first = createTexts('en', { frame: { prompt: 'One' } })
    const second = createTexts('en')
    expect(sayIn(first, 'frame')('prompt')).toBe('One')
    expect(sayIn(second, 'frame')('prompt')).toBe('Prompt')
  })
})

describe('the English catalogue', () => {
  const all = Object.values({ ...english, drawer }).flatMap((texts) => Object.entries<string>(texts))

  it('has the other form wherever it has a plural', () => {
    const names = new Set(all.map(([name]) => name))
    const alone = [...names].filter((name) => name.endsWith('_one') && !names.has(`${name.slice(0, -4)}_other`))
    expect(alone).toEqual([])
  })
  it('has no empty text and no unclosed mark', () => {
    const broken = all.filter(([, text]) => text === '' || text.split('<b>').length !== text.split('</b>').length)
    expect(broken).toEqual([])
  })
})
