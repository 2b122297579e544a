import { loadFormat } from '@vitrine/templating'
import type { PrimitiveAtom } from 'jotai'
import type { LinkReading } from '../../exchange/link/link-reading.ts'
import type { PlaygroundState, Store } from '../../state/playground-state.ts'
import type { HowOpened, OpenedLink } from './opened-link.ts'

/** What opening a link works with. */
export interface LinkPlace {
  readonly state: PlaygroundState
  readonly store: Store
  readonly stop: () => void
  readonly linkAtom: PrimitiveAtom<OpenedLink | null>
}

/** Puts what a link holds in the place of what is there, as one step to undo. What ran is stopped, and nothing is run. */
export async function takeLink({ state, store, stop, linkAtom }: LinkPlace, reading: LinkReading & { readonly ok: true }): Promise<void> {
  // With the syntax at hand the columns are known at once, so that this stays the last change until somebody makes another.
  await loadFormat(reading.snapshot.prompt.templateFormat)
  stop()
  state.load(reading.snapshot)
  store.set(linkAtom, { reading, stage: 'loaded' })
}

export async function openLink(place: LinkPlace, reading: LinkReading, how: HowOpened): Promise<void> {
  if (reading.ok && how === 'load') await takeLink(place, reading)
  else place.store.set(place.linkAtom, { reading, stage: reading.ok ? 'asking' : 'refused' })
}
