import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import type { Problem } from '../import/problem.ts'

/** What a link was found to hold. `problems` are what was left out of it or, where it was refused, why. */
export type LinkReading =
  | { readonly ok: true; readonly snapshot: PlaygroundSnapshot; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
