import type { AvailableModel } from '@vitrine/contracts'
import { causeWords } from './cause-words.ts'
import { toldOfModel } from './told-of.ts'
import { useText } from './use-text.ts'
import { useTexts } from './use-texts.ts'

/** Says why a model cannot be used. */
export function useUnusableWords(): (model: Pick<AvailableModel, 'provider' | 'unusableReason'>) => string {
  const texts = useTexts()
  const say = useText('modelConfig')
  return (model) => {
    const told = toldOfModel(model)
    return told === null ? say('unusable') : causeWords(texts, told)
  }
}
