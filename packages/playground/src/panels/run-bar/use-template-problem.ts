import { useAtomValue } from 'jotai'
import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfProblem } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import { type Place, usePlayground } from '../../playground-context.ts'
import { problemPlace } from './problem-place.ts'

/** What keeps a prompt from being read: in words, where and what; and where it is mended. */
export interface TemplateProblemWords {
  readonly text: string
  readonly place: Place
}

/** The first template of the prompt that is broken; null where all can be read. */
export function useTemplateProblem(): TemplateProblemWords | null {
  const say = useText('run')
  const causeWords = useCauseWords()
  const { prompt } = usePlayground().state
  const { messages } = useAtomValue(prompt.draftAtom)
  const [first] = useAtomValue(prompt.problemsAtom)
  if (first === undefined) return null
  const at = problemPlace(first, messages)
  const place = at.kind === 'message' ? say('messagePlace', { number: at.index + 1 }) : say('responseFormatPlace')
  const { position } = first.problem
  const message = causeWords(toldOfProblem(first.problem))
  return {
    place: at,
    text:
      position === undefined
        ? say('templateBrokenIn', { place, message })
        : say('templateBrokenAt', { place, line: position.line, column: position.column, message }),
  }
}
