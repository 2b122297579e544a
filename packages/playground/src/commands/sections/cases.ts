import { neighboursOf } from '../../panels/drawer/neighbours.ts'
import type { Command, CommandContext, CommandFacts } from '../command.ts'
import { casePlace, hasCase, hasSelection, holds } from '../conditions.ts'
import { currentCase } from '../current-case.ts'
import { commandsOf } from '../define-command.ts'
import { showCase } from '../show-case.ts'

const command = commandsOf('sectionCases')

const withCase = (act: (rowId: string, context: CommandContext) => void) => (context: CommandContext) => {
  const rowId = currentCase(context.get, context.state)
  if (rowId !== null) act(rowId, context)
}
const withAdded = (add: (context: CommandContext) => string | undefined) => (context: CommandContext) => {
  const rowId = add(context)
  if (rowId !== undefined) showCase(context, rowId)
}
const selected = ({ get, state }: CommandFacts) => [...get(state.view.selectedRowIdsAtom)]

/** The case beside the current one among those in sight. */
const beside = ({ get, state }: CommandFacts, by: 1 | -1): string | null => {
  const { next, previous } = neighboursOf(currentCase(get, state) ?? '', get(state.view.visibleRowIdsAtom), get(state.rows.idsAtom))
  return by === 1 ? next : previous
}
const step = (by: 1 | -1) => (context: CommandContext) => {
  const rowId = beside(context, by)
  if (rowId !== null) showCase(context, rowId)
}
const isNotFirst = holds((facts) => casePlace(facts) !== 0, 'whyFirst')
const isNotLast = holds((facts) => casePlace(facts) !== facts.get(facts.state.rows.idsAtom).length - 1, 'whyLast')
const hasBeside = (by: 1 | -1) => holds((facts) => beside(facts, by) !== null, by === 1 ? 'whyLast' : 'whyFirst')
const isInSight = holds(({ get, state }) => get(state.view.visibleRowIdsAtom).length > 0, 'whyNoCase')
export const cases: readonly Command[] = [
  command(
    'add-case',
    'addCase',
    withAdded(({ cases: rows }) => rows.add()),
  ),
  command(
    'insert-case-above',
    'insertCaseAbove',
    withCase((id, c) => withAdded(() => c.cases.insert(id, false))(c)),
    { when: hasCase },
  ),
  command(
    'insert-case-below',
    'insertCaseBelow',
    withCase((id, c) => withAdded(() => c.cases.insert(id, true))(c)),
    { when: hasCase },
  ),
  command(
    'duplicate-case',
    'duplicateCase',
    withCase((id, c) => c.cases.duplicate([id])),
    { when: hasCase },
  ),
  command('duplicate-selected', 'duplicateSelected', (c) => c.cases.duplicate(selected(c)), { when: hasSelection }),
  command(
    'move-case-up',
    'moveCaseUp',
    withCase((id, c) => c.cases.move([id], -1)),
    { when: [hasCase, isNotFirst] },
  ),
  command(
    'move-case-down',
    'moveCaseDown',
    withCase((id, c) => c.cases.move([id], 1)),
    { when: [hasCase, isNotLast] },
  ),
  command(
    'disable-case',
    'disableCase',
    withCase((id, c) => c.cases.disable([id])),
    { when: hasCase },
  ),
  command('disable-selected', 'disableSelected', (c) => c.cases.disable(selected(c)), { when: hasSelection }),
  command(
    'expect-answer',
    'expectAnswer',
    withCase((id, c) => c.cases.expect(id)),
    { when: hasCase },
  ),
  command(
    'delete-case',
    'deleteCase',
    withCase((id, c) => c.cases.remove([id])),
    { when: hasCase },
  ),
  command('delete-selected', 'deleteSelected', (c) => c.cases.remove(selected(c)), { when: hasSelection }),
  command('select-all', 'selectAll', (c) => c.cases.toggleAll(), { when: isInSight }),
  command('clear-selection', 'clearSelection', ({ store, state }) => store.set(state.view.selectedRowIdsAtom, new Set<string>()), {
    when: hasSelection,
  }),
  command('paste-cases', 'pasteCases', ({ press }) => press('paste-cases')),
  command('generate-cases', 'generateCases', ({ open }) => open('generate')),
  command('next-case', 'nextCase', step(1), { when: [hasCase, hasBeside(1)] }),
  command('previous-case', 'previousCase', step(-1), { when: [hasCase, hasBeside(-1)] }),
]
