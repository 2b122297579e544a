import type { i18n } from 'i18next'
import { addTexts } from '../../messages/create-texts.ts'
import { runOptions } from '../../messages/en/run-options.ts'
import { sayIn } from '../../messages/use-text.ts'
import { outlookOf } from '../../state/due.ts'
import type { Standing } from '../../state/execution-state.ts'
import { formatMoneyRange } from '../../ui/format/format-money.ts'
import type { VariantEstimate } from './use-estimate.ts'

const PARTS = [
  ['fresh', 'willNew'],
  ['changed', 'willChanged'],
  ['failed', 'willFailed'],
  ['same', 'willSame'],
] as const

/** What is said of a run before it begins, where somebody looks closer. */
export function runWords(texts: i18n) {
  addTexts(texts, 'runOptions', runOptions)
  const say = sayIn(texts, 'runOptions')
  return {
    due: say('runDue'),
    /** How many calls a run of these outputs would be, and what they would bring. */
    willOf(standings: readonly Pick<Standing, 'state'>[], repetitions: number): string {
      const counts = { fresh: 0, changed: 0, failed: 0, same: 0 }
      for (const standing of standings) counts[outlookOf(standing)] += repetitions
      const calls = say('willCalls', { count: standings.length * repetitions })
      const parts = PARTS.flatMap(([outlook, word]) => (counts[outlook] === 0 ? [] : say(word, { count: counts[outlook] })))
      if (parts.length === 0) return calls
      return say('will', { calls, parts: new Intl.ListFormat(texts.language, { type: 'unit', style: 'short' }).format(parts) })
    },
    /** The sum of each variant, a line for each; empty where there is one. */
    estimateLines: (variants: readonly VariantEstimate[]): readonly string[] =>
      variants.length < 2
        ? []
        : variants.map(({ letter, model, lowUsd, highUsd }) =>
            say('estimateOf', { letter, model, range: formatMoneyRange(lowUsd, highUsd, texts.language) }),
          ),
  }
}

export type RunWords = ReturnType<typeof runWords>
