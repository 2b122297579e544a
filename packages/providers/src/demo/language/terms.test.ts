import { describe, expect, it } from 'vitest'
import { termsOf } from './terms.ts'

const meanings = (text: string): readonly string[] => termsOf(text).flatMap(({ concepts }) => concepts)

describe('termsOf', () => {
  it('finds meanings of words in any form and of phrases', () => {
    expect(meanings('it cracked')).toContain('broken')
    expect(meanings('I want my money back')).toContain('money_back')
    expect(meanings('nothing came')).toContain('whereabouts')
  })

  it('turns good into bad where it is denied just before', () => {
    expect(meanings('the food was good')).toContain('positive')
    expect(meanings('the food was not good')).not.toContain('positive')
    expect(meanings('the food was not good')).toContain('negative')
    expect(meanings("it isn't bad")).toContain('positive')
  })

  it('tells words that say something from those that only hold a sentence together', () => {
    expect(termsOf('where is the kettle').map(({ isContent }) => isContent)).toEqual([false, false, false, true])
  })
})
