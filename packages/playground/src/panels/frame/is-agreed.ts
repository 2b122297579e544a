import type { OutputPlace } from '../../state/execution-state.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** So many calls begin without a question. */
const MOST_UNASKED = 200

/** Whether a run may begin: one of many calls is asked about first, and asking for it again says yes. With a budget its cost is bounded. */
export function isAgreed({ store, execution, prompt, view }: PlaygroundState, places: readonly OutputPlace[]): boolean {
  const variants = store.get(prompt.variants.idsAtom).length
  const outputs = places.reduce((sum, place) => sum + (typeof place === 'string' ? variants : 1), 0)
  const calls = outputs * store.get(execution.repetitionsAtom)
  const isAsked = store.get(view.askedRunAtom)?.calls === calls
  const agreed = calls <= MOST_UNASKED || isAsked || store.get(execution.budgetUsdAtom) !== null
  store.set(view.askedRunAtom, agreed ? null : { places, calls })
  return agreed
}
