import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'

/** What keeps a prompt from being read, in words: where and what. */
export interface TemplateProblemWords {
  /** Of the message; null where it is elsewhere. */
  readonly index: number | null
  readonly text: string
}

/** The first template of the prompt that is broken; null where all can be read. */
export function useTemplateProblem(): TemplateProblemWords | null {
  const say = useText('run')
  const { prompt } = usePlayground().state
  const { messages } = useAtomValue(prompt.draftAtom)
  const [first] = useAtomValue(prompt.problemsAtom)
  if (first === undefined) return null
  const at = messages.findIndex(({ id }) => id === first.messageId)
  const place = at === -1 ? say('responseFormatPlace') : say('messagePlace', { number: at + 1 })
  const { position, message } = first.problem
  return {
    index: at === -1 ? null : at,
    text:
      position === undefined
        ? say('templateBrokenIn', { place, message })
        : say('templateBrokenAt', { place, line: position.line, column: position.column, message }),
  }
}
