import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE_NAME = 'development-secret'
const MIN_LENGTH = 43

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null
    throw problem
  }
}

/**
 * The key that development tokens are signed with: made once and kept in a file that only its owner may read, so that the token command
 * and the running server agree. Written aside and linked into place: of two that start at once, both end with the same key.
 *
 * *Errors*: throws where the folder cannot be written, and where the file was tampered with.
 */
export function developmentSecret(folder: string, random: () => string): Uint8Array {
  const path = join(folder, FILE_NAME)
  const kept = read(path) ?? create(folder, path, random())
  if (kept.length < MIN_LENGTH) throw new Error(`${path} does not hold a secret. Delete it; a new one is made at the next start.`)
  return new TextEncoder().encode(kept)
}

function create(folder: string, path: string, secret: string): string {
  mkdirSync(folder, { recursive: true })
  const aside = `${path}.${process.pid}.new`
  writeFileSync(aside, `${secret}\n`, { mode: 0o600 })
  try {
    linkSync(aside, path)
    return secret
  } catch {
    const made = read(path)
    if (made === null) throw new Error(`${path} cannot be written. Make its folder writable, or set VITRINE_AUTH_SECRET.`)
    return made
  } finally {
    rmSync(aside, { force: true })
  }
}
