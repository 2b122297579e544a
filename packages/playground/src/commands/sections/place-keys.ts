import type { Command } from '../command.ts'
import { keyOf } from '../define-command.ts'

const inGrid = keyOf('sectionGrid')
const inValues = keyOf('sectionValues')
const inChat = keyOf('sectionChat')
const inPrompt = keyOf('sectionPrompt')

/** What keys do in one place only; the place itself hears them. */
export const placeKeys: readonly Command[] = [
  inGrid('grid-move', 'move', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'),
  inGrid('grid-extend', 'extend', 'Shift+ArrowDown'),
  inGrid('grid-ends', 'ends', 'Home', 'End'),
  inGrid('grid-all-ends', 'gridEnds', '$mod+Home', '$mod+End'),
  inGrid('grid-page', 'page', 'PageUp', 'PageDown'),
  inGrid('grid-open', 'expandOutput', 'Enter'),
  inGrid('grid-column-menu', 'columnMenu', 'Alt+ArrowDown'),
  inGrid('grid-column-move', 'moveColumn', 'Alt+ArrowLeft', 'Alt+ArrowRight'),
  inGrid('grid-select', 'select', 'Space'),
  inGrid('grid-select-all', 'selectAllKey', '$mod+a'),
  inValues('value-edit', 'edit', 'Enter', 'F2'),
  inValues('value-line', 'newline', 'Alt+Enter'),
  inValues('value-pop-out', 'popOut', 'Shift+Enter'),
  inValues('value-fill-down', 'fillDown', '$mod+d'),
  inValues('value-next', 'next', 'Tab'),
  inValues('value-leave', 'leaveEdit', 'Escape'),
  inValues('value-clear', 'clear', 'Delete'),
  inValues('value-copy', 'copy', '$mod+c'),
  inValues('value-paste', 'paste', '$mod+v'),
  inPrompt('message-duplicate', 'duplicateMessageKey', '$mod+d'),
  inPrompt('message-move', 'moveMessage', 'Alt+ArrowUp', 'Alt+ArrowDown'),
  inChat('chat-send', 'send', 'Enter'),
  inChat('chat-line', 'chatLine', 'Shift+Enter'),
]
