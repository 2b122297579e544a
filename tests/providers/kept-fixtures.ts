import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Recordings of real servers are other people's data: they lie beside the project and are read in place, where they are. */
export const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures')

/** Whether a file of recordings is there; says so where it is not. */
export function hasFixture(name: string): boolean {
  const isThere = existsSync(resolve(FIXTURES, name))
  if (!isThere) console.log(`passed over: no ${name} in ../shared/fixtures beside the project`)
  return isThere
}

export const readFixture = (name: string): Uint8Array => readFileSync(resolve(FIXTURES, name))
