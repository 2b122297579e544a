import type { PlaygroundBindings } from './bindings.ts'
import type { OutputRef } from './state/output-ref.ts'

/**
 * Runs rows, or outputs of rows, through bindings: at once where the adapter takes many, else one by one with at most `concurrency`
 * under way. It settles when all have their results; failures are in the rows.
 */
export async function runRows(bindings: PlaygroundBindings, places: readonly (string | OutputRef)[], concurrency: number): Promise<void> {
  if (places.length === 0) return
  if (bindings.executeMany) {
    await bindings.executeMany(places)
    return
  }
  const waiting = [...places]
  const work = async () => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift())
      await (typeof place === 'string' ? bindings.execute(place) : bindings.execute(place.rowId, { variantId: place.variantId }))
  }
  await Promise.all(Array.from({ length: Math.min(Math.max(1, concurrency), places.length) }, work))
}
