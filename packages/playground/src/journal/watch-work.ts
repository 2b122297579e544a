import type { PlaygroundState } from '../state/playground-state.ts'

/** Calls back whenever the prompt, a case or an outcome changed; not with every token that arrives. */
export function watchWork({ store, prompt, rows, execution, notes, memoriesAtom }: PlaygroundState, changed: () => void): () => void {
  const watched = [
    prompt.draftAtom,
    prompt.variants.listAtom,
    rows.idsAtom,
    rows.revisionAtom,
    rows.settingsAtom,
    execution.standingsAtom,
    notes.allAtom,
    memoriesAtom,
  ]
  const offs = watched.map((one) => store.sub(one, changed))
  return () => {
    for (const off of offs) off()
  }
}
