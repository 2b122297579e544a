import type { DrawerTab } from '../../state/playground-state.ts'
import type { Command, CommandContext } from '../command.ts'
import { hasCase, hasDetails } from '../conditions.ts'
import { currentOutput } from '../current-case.ts'
import { commandsOf } from '../define-command.ts'

const command = commandsOf('sectionDetails')

const open = (tab: DrawerTab) => (context: CommandContext) => {
  const { get, state, store } = context
  const at = currentOutput(get, state)
  if (at !== null) store.set(state.view.drawerAtom, { ...at, tab })
}

export const details: readonly Command[] = [
  command('open-details', 'openDetails', open('output'), { when: hasCase }),
  command('close-details', 'closeDetails', ({ store, state }) => store.set(state.view.drawerAtom, null), { when: hasDetails }),
  command('tab-output', 'tabOutput', open('output'), { when: hasCase }),
  command('tab-prompt', 'tabPrompt', open('prompt'), { when: hasCase }),
  command('wire', 'tabWire', open('wire'), { when: hasCase }),
  command('tab-trace', 'tabTrace', open('trace'), { when: hasCase }),
  command('tab-checks', 'tabChecks', open('checks'), { when: hasCase }),
  command('tab-cost', 'tabCost', open('cost'), { when: hasCase }),
  command('tab-code', 'tabCode', open('code'), { when: hasCase }),
]
