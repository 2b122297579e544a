import { isDue } from '../../state/due.ts'
import type { RunTargets } from '../../state/execution-state.ts'
import type { Command, CommandContext, CommandFacts, Reason } from '../command.ts'
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
const dueOf = ({ get, state }: CommandFacts) => get(state.execution.standingsAtom).filter(isDue)
const hasRunnableSelected = holds((facts) => selectedOf(facts).length > 0, 'whyNothingToRun')

const canHold = holds(({ hold }) => hold !== null, 'whyHostHolds')
const isPaused = ({ get, state }: CommandFacts) => get(state.execution.haltAtom)?.kind === 'paused'

const setNumber = (name: 'concurrencyAtom' | 'repetitionsAtom', value: number) => (context: CommandContext) =>
  context.store.set(context.state.execution[name], value)
const isPolicyOther = (name: 'concurrencyAtom' | 'repetitionsAtom' | 'stopsOnErrorAtom', value: number | boolean) =>
  isOther(({ get, state }) => get<number | boolean>(state.execution[name]), value)

export const run: readonly Command[] = [
  command('run-all', 'runAll', FIRST_ACTIONS['run-all'], { when: [isIdle, some('runnable', 'whyNothingToRun')], keyText: 'runAllKey' }),
  command('run-case', 'runCase', FIRST_ACTIONS['run-case'], { when: hasCase }),
  command('run-selected', 'runSelected', (context) => context.run(selectedOf(context)), { when: [hasSelection, hasRunnableSelected] }),
  command('run-failed', 'runFailed', (context) => context.run(targets(context).failed), { when: some('failed', 'whyNoneFailed') }),
  command('run-stale', 'runStale', (context) => context.run(targets(context).stale), { when: some('stale', 'whyNoneStale') }),
  command('run-missing', 'runMissing', (context) => context.run(targets(context).missing), { when: some('missing', 'whyNoneMissing') }),
  command('run-due', 'runDue', (context) => context.run(dueOf(context)), { when: holds((facts) => dueOf(facts).length > 0, 'whyNoneDue') }),
  command('stop', 'stop', ({ stop }) => stop(), { when: isRunning }),
  command('pause', 'pause', ({ hold }) => hold?.pause(), { when: [isRunning, canHold, holds((facts) => !isPaused(facts), 'whyAlready')] }),
  command('resume', 'resume', ({ hold }) => hold?.resume(), { when: [canHold, holds(isPaused, 'whyNotPaused')] }),
  ...[1, 2, 4, 8, 16, 20].map((count) =>
    command(`at-once-${count}`, (say) => say('atOnce', { count }), setNumber('concurrencyAtom', count), {
      when: isPolicyOther('concurrencyAtom', count),
    }),
  ),
  ...[1, 3, 5, 10].map((count) =>
    command(`answers-${count}`, (say) => say('answersEach', { count }), setNumber('repetitionsAtom', count), {
      when: isPolicyOther('repetitionsAtom', count),
    }),
  ),
  command('stop-on-error', 'stopOnError', ({ store, state }) => store.set(state.execution.stopsOnErrorAtom, true), {
    when: isPolicyOther('stopsOnErrorAtom', true),
  }),
  command('go-on-after-error', 'goOnAfterError', ({ store, state }) => store.set(state.execution.stopsOnErrorAtom, false), {
    when: isPolicyOther('stopsOnErrorAtom', false),
  }),
]
