import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { createSettings } from '../settings/create-settings.ts'
import { fakeBindings } from '../fake-bindings.ts'
import { commands } from '../messages/en/commands.ts'
import { addTexts, createTexts } from '../messages/create-texts.ts'
import { sayIn } from '../messages/use-text.ts'
import type { OutputPlace } from '../state/execution-state.ts'
import { movedTogether } from '../state/list-edit.ts'
import type { PlaygroundSnapshot } from '../state/snapshot.ts'
import type { CommandContext } from './command.ts'
import { COMMANDS } from './registry.ts'

/** Commands on a real state, with the rest of the mount written down: `asked` is what they asked of it, in order. */
export function fakeContext(initial?: PlaygroundSnapshot, part: Partial<CommandContext> = {}) {
  const fake = fakeBindings(initial)
  const { state } = fake
  const { store, rows, prompt } = state
  const texts = createTexts('en')
  addTexts(texts, 'commands', commands)
  const asked: unknown[][] = []
  const runs: (readonly OutputPlace[])[] = []
  const note =
    (name: string) =>
    (...values: readonly unknown[]) =>
      void asked.push([name, ...values])
  const settings = createSettings({ store, densityAtom: state.view.densityAtom, onError: note('error') })
  const context: CommandContext = {
    get: store.get,
    store,
    state,
    settings,
    theme: { value: DEFAULT_SETTINGS.theme, change: note('theme') },
    locale: 'en',
    changeLanguage: note('language'),
    hold: { pause: note('pause'), resume: note('resume') },
    example: null,
    canKeepRun: true,
    messageId: null,
    run: (places) => void runs.push(places),
    stop: note('stop'),
    goTo: note('goTo'),
    open: note('open'),
    press: note('press'),
    focusCursor: note('focusCursor'),
    focusTab: note('focusTab'),
    chooseFormat: note('chooseFormat'),
    save: note('save'),
    download: note('download'),
    offerUndo: note('offerUndo'),
    say: sayIn(texts, 'commands'),
    cases: {
      add: () => rows.add([{}])[0],
      insert: (rowId, below) => rows.add([{}], store.get(rows.idsAtom).indexOf(rowId) + (below ? 1 : 0))[0],
      duplicate: (ids) => rows.duplicate(ids),
      move: (ids, by) => rows.arrange(movedTogether(store.get(rows.idsAtom), new Set(ids), by)),
      disable: (ids) => rows.disable(ids, !ids.every((id) => store.get(rows.rowAtom(id))?.isDisabled)),
      remove: (ids) => rows.remove(ids),
      expect: note('expect'),
      toggleAll: note('toggleAll'),
    },
    messages: {
      duplicate: (id) => prompt.duplicateMessage(id),
      insert: note('insertMessage'),
      move: (id, to) => prompt.moveMessage(id, to),
      remove: (id) => prompt.deleteMessage(id),
      addPair: note('addPair'),
    },
    ...part,
  }
  const commandOf = (id: string) => {
    const command = COMMANDS.find((one) => one.id === id)
    if (command === undefined) throw new Error(`There is no command ${id}.`)
    return command
  }
  return {
    ...fake,
    asked,
    context,
    /** The places in the list of the cases of each run. */
    ran: () => runs.map((places) => places.map((at) => fake.rowIds().indexOf(typeof at === 'string' ? at : at.rowId))),
    /** True, or why not. */
    availability: (id: string) => commandOf(id).isAvailable(context),
    give: (id: string) => commandOf(id).run?.(context),
  }
}
