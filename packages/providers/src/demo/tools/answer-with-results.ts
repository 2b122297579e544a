import type { Draft } from '../skills/draft.ts'
import { firstWords } from '../skills/summarise/summary-of.ts'
import { wording } from '../skills/wording.ts'
import { resultLines, type ToolResult } from './tool-results.ts'

const MOST_WORDS = 120

/** Passes on what the tools answered, and says that it was they. */
export function answerWithResults(results: readonly ToolResult[], seed: number | null): Draft {
  const [first, ...rest] = results.map(({ name, text }) => ({ name, said: firstWords(resultLines(text).join(', '), MOST_WORDS) }))
  const lead = wording('', [`According to ${first?.name ?? ''}: `, `${first?.name ?? ''} answered: `, `From ${first?.name ?? ''}: `], seed)
  const lines = [`${lead.text}${first?.said ?? ''}`, ...rest.map(({ name, said }) => `${name}: ${said}`)]
  return {
    text: lines.join('\n'),
    choicePoints: [lead.choicePoint],
    steps: [
      {
        depth: 1,
        text: `I have ${results.length === 1 ? 'the result' : `${results.length} results`} of ${results.map(({ name }) => name).join(', ')} and pass on what they say.`,
      },
    ],
  }
}
