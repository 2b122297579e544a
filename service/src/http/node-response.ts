import { ServerResponse } from 'node:http'
import type { Context } from 'hono'

/** Node's own response behind a request; null where the app is called without a server. */
export function nodeResponseOf(c: Context): ServerResponse | null {
  const env: unknown = c.env
  if (typeof env !== 'object' || env === null || !('outgoing' in env)) return null
  return env.outgoing instanceof ServerResponse ? env.outgoing : null
}
