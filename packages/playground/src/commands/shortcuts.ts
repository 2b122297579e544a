/**
 * Where a key acts: `anywhere`, also while somebody writes; `outside-editors`, where it would take nothing from an editor; `letter`, like
 * that, and a sign without a modifier, which a person can switch off.
 * @see WCAG 2.1.4
 */
export type KeyReach = 'anywhere' | 'outside-editors' | 'letter'

export interface Shortcut {
  /** tinykeys' notation. */
  readonly keys: readonly [string, ...string[]]
  readonly reach: KeyReach
}

const shortcut = (reach: KeyReach, ...keys: readonly [string, ...string[]]): Shortcut => ({ keys, reach })

/** The keys of the whole playground, by the command that they give: the only list of them. They are known before the commands are. */
export const SHORTCUTS = {
  'run-all': shortcut('anywhere', '$mod+Enter'),
  'run-case': shortcut('anywhere', '$mod+Shift+Enter'),
  escape: shortcut('anywhere', 'Escape'),
  palette: shortcut('anywhere', '$mod+k'),
  save: shortcut('anywhere', '$mod+s'),
  undo: shortcut('outside-editors', '$mod+z'),
  redo: shortcut('outside-editors', '$mod+Shift+z', '$mod+y'),
  'duplicate-case': shortcut('outside-editors', '$mod+d'),
  'disable-case': shortcut('outside-editors', '$mod+/'),
  'move-case-up': shortcut('outside-editors', 'Alt+ArrowUp'),
  'move-case-down': shortcut('outside-editors', 'Alt+ArrowDown'),
  'next-case': shortcut('letter', 'j'),
  'previous-case': shortcut('letter', 'k'),
  'previous-version': shortcut('letter', '['),
  'next-version': shortcut('letter', ']'),
  wire: shortcut('letter', 'i'),
  keys: shortcut('letter', '?'),
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutId = keyof typeof SHORTCUTS

export const SHORTCUT_IDS = Object.keys(SHORTCUTS).filter((id): id is ShortcutId => Object.hasOwn(SHORTCUTS, id))

const WITH_MODIFIER = '$mod+'
const reachesEditors: ReadonlySet<string> = new Set(
  Object.values(SHORTCUTS)
    .filter(({ reach }) => reach === 'anywhere')
    .flatMap(({ keys }) => keys.filter((combination) => combination.startsWith(WITH_MODIFIER)))
    .map((combination) => combination.slice(combination.lastIndexOf('+') + 1).toLowerCase()),
)

/** Whether a combination belongs to the whole playground even while somebody writes: an editor saves what it holds and lets it pass. */
export const isForEverywhere = ({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean =>
  (ctrlKey || metaKey) && reachesEditors.has(key.toLowerCase())
