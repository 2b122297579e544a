import { firstWords } from './summarise/summary-of.ts'
import type { Draft } from './draft.ts'
import { wording } from './wording.ts'

const MOST_WORDS = 40
const MOST_CHARACTERS = 240
const SKILLS =
  'I can pick the central sentences of a text, fill a JSON schema from it, choose among options that you list, count, change case, and sort. For anything else, choose a real model.'

/** The words of the user, cut to a length that can be quoted. */
function quoted(said: string): string {
  const short = firstWords(said.trim().replace(/\s+/gu, ' '), MOST_WORDS)
  const characters = Array.from(short)
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : short
}

/** What is said to everything that no skill covers: what was read, who answers, and what it can do. It claims nothing about the matter. */
export function genericAnswer(said: string, seed: number | null): Draft {
  const quote = said.trim() === '' ? 'You sent no text.' : `You wrote: “${quoted(said)}”`
  const { text, choicePoint } = wording(
    `${quote}\n\n`,
    [
      `I am the built-in demo model, so I cannot answer that. ${SKILLS}`,
      `This is beyond me: I am the built-in demo model. ${SKILLS}`,
      `As the built-in demo model I have no answer to that. ${SKILLS}`,
    ],
    seed,
  )
  return {
    text,
    choicePoints: [choicePoint],
    steps: [
      { depth: 2, text: 'I look for a task that I can do: a summary, fields, a choice, a count, a change of case, an order.' },
      { depth: 1, text: 'I find none, so I say what I am and quote what I was given.' },
    ],
  }
}
