import { readOptions } from '../../task/read-options.ts'
import type { Task } from '../../task/read-task.ts'
import type { Draft, Step } from '../draft.ts'
import { chooseOption, type Chosen } from './choose-option.ts'
import { answerMention, isYesOrNo } from './mention.ts'

function scoreSteps({ option, score, because }: Chosen['ranked'][number]): readonly Step[] {
  const words = because.map(({ word, weight }) => `${word} ${weight.toFixed(2)}`).join(', ')
  const total: Step = { depth: 2, text: `${option.label}: ${score.toFixed(2)}` }
  return words === '' ? [total] : [total, { depth: 3, text: `  because of ${words}` }]
}

/** The scores in words, for who follows the thinking. */
export function choiceSteps(chosen: Chosen): readonly Step[] {
  const { option, ranked, isFallback } = chosen
  return [
    {
      depth: 2,
      text: `The options are ${ranked.map((each) => each.option.label).join(', ')}. I look for the words of each option and of its rule, and for words that mean the same.`,
    },
    ...ranked.flatMap(scoreSteps),
    { depth: 1, text: isFallback ? `No option has words that fit, so “${option.label}” is left.` : `“${option.label}” fits best.` },
  ]
}

function reasonFor({ ranked, isFallback }: Chosen): string {
  const words = ranked[0]?.because.map(({ word }) => `“${word}”`).join(', ') ?? ''
  return isFallback || words === '' ? 'No words of the other options occur.' : `What speaks for it: ${words}.`
}

/** Answers with one of the options that the prompt lists, as the prompt writes it; null where it lists none or no words speak for any. */
export function choose(task: Task): Draft | null {
  const options = readOptions(task.rules)
  if (options.length < 2 || task.data.trim() === '') return null
  if (isYesOrNo(options)) {
    const found = answerMention(task.rules, task.data, options)
    if (found === null) return null
    return { text: found.option.label, steps: [{ depth: 1, text: `I look for “${found.sought}” in the text: ${found.option.label}.` }] }
  }
  const chosen = chooseOption(task.data, options)
  if (chosen === null) return null
  const { label } = chosen.option
  const isExplained = /\b(?:explain|reason|why|justify|because)\b/iu.test(task.instruction)
  return {
    text: isExplained ? `${label}. ${reasonFor(chosen)}` : label,
    steps: choiceSteps(chosen),
    choicePoints: [{ at: 0, options: chosen.ranked.map(({ option, probability }) => ({ text: option.label, probability })) }],
  }
}
