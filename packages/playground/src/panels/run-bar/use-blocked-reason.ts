import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { messageText } from '../../state/message-text.ts'
import { useTemplateProblem } from './use-template-problem.ts'

/** Why Run can do nothing; undefined where it can. */
export function useBlockedReason(): string | undefined {
  const say = useText('run')
  const { execution, prompt, rows } = usePlayground().state
  const problem = useTemplateProblem()
  const name = useAtomValue(
    useMemo(
      () =>
        atom((get) => {
          if (get(execution.targetsAtom).runnable.length > 0) return null
          if (get(rows.idsAtom).length === 0) return 'noCases'
          const isEmpty = get(prompt.variants.listAtom).every(({ messages }) =>
            messages.every((message) => messageText(message).trim() === ''),
          )
          return isEmpty ? 'emptyPrompt' : 'nothingToRun'
        }),
      [execution, prompt, rows],
    ),
  )
  if (name === null) return undefined
  return name === 'noCases' ? say(name) : (problem?.text ?? say(name))
}
