import { isIP } from 'node:net'
import { classifyAddress } from './classify-address.ts'
import type { GuardPolicy } from './guard-policy.ts'
import { ipBytes } from './ip-bytes.ts'

export type GuardedUrl =
  | {
      readonly ok: true
      readonly url: URL
      /** The operator has listed this host, and all of its addresses may be called. */
      readonly isTrusted: boolean
    }
  | { readonly ok: false; readonly message: string }

/** Names that never belong to a server on the public network, and often to one on the private. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|svc|home\.arpa|in-addr\.arpa|ip6\.arpa)$/
const LONGEST = 2_048

const refused = (why: string): GuardedUrl => ({ ok: false, message: `The base URL cannot be used: ${why}` })

/**
 * Whether an address that somebody gave may be called at all, by what can be said without asking for it. Where its name leads is checked
 * when the connection is made.
 */
export function guardUrl(text: string, policy: GuardPolicy): GuardedUrl {
  if (text.length > LONGEST || !URL.canParse(text)) return refused('it is no address. Write it as https://host/v1.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('it is no web address. Write it as https://host/v1.')
  if (url.username !== '' || url.password !== '')
    return refused('it holds a user name or a password. Leave them out and set the key instead.')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  const host = url.hostname.replace(/\.$/, '')
  if (policy.trustedHosts.has(`${host}:${port}`)) return { ok: true, url, isTrusted: true }
  if (!policy.schemes.has(url.protocol)) return refused('a key must not travel unencrypted. Use https.')
  if (!policy.ports.has(port)) return refused(`port ${port} is not among those that may be called. Have the operator list this host.`)
  const problem = hostProblem(host)
  return problem === null ? { ok: true, url, isTrusted: false } : refused(problem)
}

const NOT_PUBLIC = 'it leads to an address that is not public. Have the operator list this host.'

function hostProblem(host: string): string | null {
  if (host === '') return 'it names no host. Write it as https://host/v1.'
  if (isIP(host.replace(/^\[|\]$/g, '')) > 0 || ipBytes(host) !== null) return classifyAddress(host) === null ? null : NOT_PUBLIC
  if (!host.includes('.') || LOCAL_NAME.test(host)) return NOT_PUBLIC
  return null
}
