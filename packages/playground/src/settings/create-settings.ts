import { type Atom, atom, type PrimitiveAtom } from 'jotai'
import type { Store } from '../state/playground-state.ts'
import { DEFAULT_SETTINGS, type PlaygroundSettings, readSettings, type SettingsBinding } from './settings.ts'

/** The settings of one mount. */
export interface SettingsState {
  readonly atom: Atom<PlaygroundSettings>
  /** Whether the host keeps them; else they end with the page. */
  readonly isKept: boolean
  change(patch: Partial<PlaygroundSettings>): void
  /** Takes up what was kept and keeps what changes, until what it answers is called. */
  connect(): () => void
}

export interface SettingsOptions {
  readonly store: Store
  /** How high the rows are is part of the view, and told wherever it changes. */
  readonly densityAtom: PrimitiveAtom<0 | 1 | 2>
  readonly binding?: SettingsBinding | undefined
  /** A host that cannot load or save is told so, and the settings last as long as the page. */
  readonly onError: (error: unknown) => void
}

export function createSettings({ store, densityAtom, binding, onError }: SettingsOptions): SettingsState {
  const kept = load()
  const ownAtom = atom<PlaygroundSettings>({ ...DEFAULT_SETTINGS, ...kept })
  const settingsAtom = atom((get) => ({ ...get(ownAtom), density: get(densityAtom) }))

  function load(): Partial<PlaygroundSettings> {
    try {
      return readSettings(binding?.load())
    } catch (error) {
      onError(error)
      return {}
    }
  }
  function save(): void {
    try {
      binding?.save(store.get(settingsAtom))
    } catch (error) {
      onError(error)
    }
  }

  return {
    atom: settingsAtom,
    isKept: binding !== undefined,
    change(patch) {
      if (patch.density !== undefined) store.set(densityAtom, patch.density)
      store.set(ownAtom, (settings) => ({ ...settings, ...patch }))
    },
    connect() {
      if (kept.density !== undefined) store.set(densityAtom, kept.density)
      return store.sub(settingsAtom, save)
    },
  }
}
