import { useStore } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import { messageText, withText } from '../../state/message-text.ts'

/** Writes a first variable at the end of the last message, in the prompt's own syntax, and goes there. */
export function useAddVariable(): () => void {
  const { state, goTo } = usePlayground()
  const store = useStore()
  return () => {
    const { messages, templateFormat } = store.get(state.prompt.draftAtom)
    const index = messages.findLastIndex(({ role }) => role === 'user')
    const message = messages[index]
    const placeholder = templateFormat === 'fstring' ? '{input}' : '{{input}}'
    if (message === undefined) {
      state.prompt.addMessage({ role: 'user', content: placeholder })
      goTo({ kind: 'message', index: messages.length })
      return
    }
    const text = messageText(message)
    const space = text === '' || /\s$/.test(text) ? '' : ' '
    state.prompt.editMessage(message.id, { content: withText(message.content, `${text}${space}${placeholder}`) })
    goTo({ kind: 'message', index })
  }
}
