import { afterAll, beforeAll } from 'vitest'

/** Something that stands from the first test to the last of the file, or of the `describe`, that asks for it. */
export function standing<Thing>(start: () => Promise<Thing>, end: (thing: Thing) => Promise<unknown>): () => Thing {
  let held: { readonly thing: Thing } | null = null
  beforeAll(async () => {
    held = { thing: await start() }
  })
  afterAll(async () => {
    if (held !== null) await end(held.thing)
  })
  return () => {
    if (held === null) throw new Error('It stands from the first test on.')
    return held.thing
  }
}
