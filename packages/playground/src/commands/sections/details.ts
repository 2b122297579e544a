import { outputColumn } from '../../state/output-column.ts'
import { answerNote, rated } from '../../state/answer-note.ts'
import type { Rating } from '../../state/notes.ts'
import type { DrawerTab } from '../../state/view-state.ts'
import type { Command, CommandContext, CommandFacts } from '../command.ts'
import { hasCase, hasDetails, holds } from '../conditions.ts'
import { currentOutput } from '../current-case.ts'
import { commandsOf } from '../define-command.ts'

const command = commandsOf('sectionDetails')

const open = (tab: DrawerTab) => (context: CommandContext) => {
  const { get, state, store } = context
  const at = currentOutput(get, state)
  if (at === null) return
  store.set(state.view.drawerAtom, { ...at, tab })
  // Beside details the grid shows outputs alone: the cell that had the focus may be gone.
  store.set(state.view.cursorAtom, { rowId: at.rowId, column: outputColumn(at.variantId) })
  context.focusTab(tab)
}

/** Which of the answers of the current output is looked at, and how many there are. */
const answers = ({ get, state }: CommandFacts) => {
  const at = currentOutput(get, state)
  return at === null ? null : { count: get(state.execution.cellsAtom(at)).length, shown: get(state.execution.shownAtom(at)), at }
}
const toAnswer = (by: 1 | -1) => (context: CommandContext) => {
  const found = answers(context)
  if (found !== null) context.store.set(context.state.execution.shownAtom(found.at), found.shown + by)
}
const hasAnswers = holds((facts) => (answers(facts)?.count ?? 0) > 1, 'whyOneVersion')
const hasAnswerBefore = holds((facts) => (answers(facts)?.shown ?? 0) > 0, 'whyFirst')
const hasAnswerAfter = holds((facts) => {
  const found = answers(facts)
  return found !== null && found.shown < found.count - 1
}, 'whyLast')

const noteOf = ({ get, state }: CommandFacts) => {
  const at = currentOutput(get, state)
  return at === null ? null : answerNote(get, state, at)
}
const rate = (rating: Rating) => (context: CommandContext) => {
  const note = noteOf(context)
  if (note !== null) context.state.notes.write(rated(note, rating))
}
const hasAnswer = holds((facts) => noteOf(facts) !== null, 'whyNoAnswer')

export const details: readonly Command[] = [
  command('open-details', 'openDetails', open('output'), { when: hasCase }),
  command('close-details', 'closeDetails', ({ store, state }) => store.set(state.view.drawerAtom, null), { when: hasDetails }),
  command('tab-output', 'tabOutput', open('output'), { when: hasCase }),
  command('tab-prompt', 'tabPrompt', open('prompt'), { when: hasCase }),
  command('wire', 'tabWire', open('wire'), { when: hasCase }),
  command('tab-trace', 'tabTrace', open('trace'), { when: hasCase }),
  command('tab-checks', 'tabChecks', open('checks'), { when: hasCase }),
  command('tab-notes', 'tabNotes', open('notes'), { when: hasCase }),
  command('rate-up', 'rateUp', rate('up'), { when: [hasCase, hasAnswer] }),
  command('rate-down', 'rateDown', rate('down'), { when: [hasCase, hasAnswer] }),
  command('tab-cost', 'tabCost', open('cost'), { when: hasCase }),
  command('tab-logprobs', 'tabLogprobs', open('logprobs'), { when: hasCase }),
  command('tab-code', 'tabCode', open('code'), { when: hasCase }),
  command('previous-version', 'previousVersion', toAnswer(-1), { when: [hasCase, hasAnswers, hasAnswerBefore] }),
  command('next-version', 'nextVersion', toAnswer(1), { when: [hasCase, hasAnswers, hasAnswerAfter] }),
]
