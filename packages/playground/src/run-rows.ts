import type { PlaygroundBindings } from './bindings.ts'

/**
 * Runs rows through bindings: at once where the adapter takes many, else one by one with at most `concurrency` under way. It settles
 * when every row has its result; failures are in the rows.
 */
export async function runRows(bindings: PlaygroundBindings, rowIds: readonly string[], concurrency: number): Promise<void> {
  if (rowIds.length === 0) return
  if (bindings.executeMany) {
    await bindings.executeMany(rowIds)
    return
  }
  const waiting = [...rowIds]
  const work = async () => {
    for (let rowId = waiting.shift(); rowId !== undefined; rowId = waiting.shift()) await bindings.execute(rowId)
  }
  await Promise.all(Array.from({ length: Math.min(Math.max(1, concurrency), rowIds.length) }, work))
}
