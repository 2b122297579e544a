import type { Place } from '../../playground-context.ts'
import type { PromptProblem } from '../../state/prompt-state.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'

/** Where a broken template is mended: its message, or the settings that hold the response format. */
export function problemPlace({ messageId }: PromptProblem, messages: readonly EnhancedMessage[]): Place {
  const index = messages.findIndex(({ id }) => id === messageId)
  return index === -1 ? { kind: 'settings' } : { kind: 'message', index }
}
