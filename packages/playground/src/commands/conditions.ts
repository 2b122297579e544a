import type { CommandFacts, Reason } from './command.ts'
import { currentCase } from './current-case.ts'
import type { Condition } from './define-command.ts'

/** Available while a test holds. */
export const holds =
  (test: (facts: CommandFacts) => boolean, otherwise: Reason): Condition =>
  (facts) =>
    test(facts) || otherwise

/** For what sets something: there is nothing to do where it is set. */
export const isOther = (read: (facts: CommandFacts) => unknown, value: unknown): Condition =>
  holds((facts) => read(facts) !== value, 'whyAlready')

export const isRunning = holds(({ get, state }) => get(state.execution.isRunningAtom), 'whyNothingRuns')
export const isIdle = holds(({ get, state }) => !get(state.execution.isRunningAtom), 'whyRunning')
export const hasCase = holds(({ get, state }) => currentCase(get, state) !== null, 'whyNoCase')
export const hasSelection = holds(({ get, state }) => get(state.view.selectedRowIdsAtom).size > 0, 'whyNoneSelected')
export const hasDetails = holds(({ get, state }) => get(state.view.drawerAtom) !== null, 'whyNoDetails')

/** Where the current case stands among all, or -1. */
export const casePlace = ({ get, state }: CommandFacts): number => get(state.rows.idsAtom).indexOf(currentCase(get, state) ?? '')

/** Where the current message stands among all, or -1. */
export const messagePlace = ({ get, state, messageId }: CommandFacts): number =>
  get(state.prompt.draftAtom).messages.findIndex(({ id }) => id === messageId)

export const hasMessage = holds((facts) => messagePlace(facts) !== -1, 'whyNoMessage')
