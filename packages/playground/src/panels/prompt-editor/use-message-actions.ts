import type { MessageActions } from '../../commands/command.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'

/** What can be done with messages. Every change is one undo step; the one that takes something away offers to bring it back. */
export function useMessageActions(): MessageActions {
  const say = useText('promptEditor')
  const { state, goTo } = usePlayground()
  const offerUndo = useUndoToast()
  const { prompt, store } = state
  const messages = () => store.get(prompt.draftAtom).messages
  return {
    duplicate: (id) => prompt.duplicateMessage(id),
    insert(at) {
      prompt.addMessages([{ role: 'user', content: '' }], at)
      goTo({ kind: 'message', index: at })
    },
    move(id, to) {
      if (to >= 0 && to < messages().length) prompt.moveMessage(id, to)
    },
    remove(id) {
      prompt.deleteMessage(id)
      offerUndo(say('deleted'))
    },
    // An example of a question and its answer belongs before the question that is asked.
    addPair() {
      const last = messages().findLastIndex(({ role }) => role === 'user')
      const at = last < 0 ? messages().length : last
      prompt.addMessages(
        [
          { role: 'user', content: '' },
          { role: 'assistant', content: '' },
        ],
        at,
      )
      goTo({ kind: 'message', index: at })
    },
  }
}
