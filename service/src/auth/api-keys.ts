import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Refusal } from '../http/refusal.ts'
import { unauthenticated } from './credential.ts'
import { fingerprint } from './fingerprint.ts'
import type { Principal } from './principal.ts'

const apiKeysSchema = z.array(
  z.strictObject({
    prefix: z.string().min(4),
    sha256: z.string().regex(/^[\da-f]{64}$/i),
    projects: z.array(z.uuid()),
  }),
)

interface ApiKeyRecord {
  readonly prefix: string
  readonly digest: Uint8Array
  readonly projects: ReadonlySet<string>
}

export type ApiKeyTable = readonly ApiKeyRecord[]

/** Reads the operator's list of keys. *Errors*: null where it is not such a list. */
export function parseApiKeys(text: string): ApiKeyTable | null {
  try {
    return apiKeysSchema.parse(JSON.parse(text)).map((entry) => ({
      prefix: entry.prefix,
      digest: Buffer.from(entry.sha256, 'hex'),
      projects: new Set(entry.projects.map((project) => project.toLowerCase())),
    }))
  } catch {
    return null
  }
}

/** Every record is compared, whichever matches, so that the time taken tells nothing. */
export function verifyApiKey(key: string, table: ApiKeyTable): { readonly ok: true; readonly principal: Principal } | Refusal {
  const digest = createHash('sha256').update(key).digest()
  let found: ApiKeyRecord | null = null
  for (const record of table) {
    if (timingSafeEqual(digest, record.digest) && key.startsWith(record.prefix)) found = record
  }
  if (found === null) return unauthenticated('The API key is not one that this service knows. Check it, or ask whoever runs the service.')
  return { ok: true, principal: { kind: 'api-key', subjectHash: fingerprint(found.prefix), projects: found.projects } }
}
