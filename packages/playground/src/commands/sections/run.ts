import type { RunTargets } from '../../state/playground-state.ts'
import type { Command, CommandFacts, Reason } from '../command.ts'
import { hasCase, hasSelection, holds, isIdle, isOther, isRunning } from '../conditions.ts'
import { commandsOf } from '../define-command.ts'
import { FIRST_ACTIONS } from '../first-actions.ts'

const command = commandsOf('sectionRun')

const targets = ({ get, state }: CommandFacts): RunTargets => get(state.execution.targetsAtom)
const some = (name: keyof RunTargets, otherwise: Reason) => holds((facts) => targets(facts)[name].length > 0, otherwise)
const selectedOf = (facts: CommandFacts) => {
  const selected = facts.get(facts.state.view.selectedRowIdsAtom)
  return targets(facts).runnable.filter(({ rowId }) => selected.has(rowId))
}
const hasRunnableSelected = holds((facts) => selectedOf(facts).length > 0, 'whyNothingToRun')

export const run: readonly Command[] = [
  command('run-all', 'runAll', FIRST_ACTIONS['run-all'], { when: [isIdle, some('runnable', 'whyNothingToRun')], keyText: 'runAllKey' }),
  command('run-case', 'runCase', FIRST_ACTIONS['run-case'], { when: hasCase }),
  command('run-selected', 'runSelected', (context) => context.run(selectedOf(context)), { when: [hasSelection, hasRunnableSelected] }),
  command('run-failed', 'runFailed', (context) => context.run(targets(context).failed), { when: some('failed', 'whyNoneFailed') }),
  command('run-stale', 'runStale', (context) => context.run(targets(context).stale), { when: some('stale', 'whyNoneStale') }),
  command('run-missing', 'runMissing', (context) => context.run(targets(context).missing), { when: some('missing', 'whyNoneMissing') }),
  command('stop', 'stop', ({ stop }) => stop(), { when: isRunning }),
  ...[1, 2, 4, 8, 16, 20].map((count) =>
    command(
      `at-once-${count}`,
      (say) => say('atOnce', { count }),
      ({ store, state }) => store.set(state.execution.concurrencyAtom, count),
      {
        when: isOther(({ get, state }) => get(state.execution.concurrencyAtom), count),
      },
    ),
  ),
]
