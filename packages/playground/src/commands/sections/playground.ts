import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'
import type { Command } from '../command.ts'
import { holds } from '../conditions.ts'
import { commandsOf, keyOf } from '../define-command.ts'
import { FIRST_ACTIONS } from '../first-actions.ts'
import { SHORTCUTS } from '../shortcuts.ts'

const command = commandsOf('sectionPlayground')

export const playground: readonly Command[] = [
  keyOf('sectionPlayground')('escape', 'escape', ...SHORTCUTS.escape.keys),
  command('palette', 'palette', ({ open }) => open('palette')),
  command('undo', 'undo', FIRST_ACTIONS.undo, { when: holds(({ get, state }) => get(state.undo.canUndoAtom), 'whyNothingToUndo') }),
  command('redo', 'redo', FIRST_ACTIONS.redo, { when: holds(({ get, state }) => get(state.undo.canRedoAtom), 'whyNothingToRedo') }),
  command('settings', 'settings', ({ open }) => open('settings')),
  command('keys', 'keys', ({ open }) => open('keys')),
  command('load-example', 'loadExample', ({ state, example }) => example && state.load(example), {
    when: holds(({ example }) => example !== null, 'whyNoExample'),
  }),
  command('start-from-nothing', 'startFromNothing', ({ state, offerUndo, say }) => {
    state.load(EMPTY_SNAPSHOT)
    offerUndo(say('cleared'))
  }),
]
