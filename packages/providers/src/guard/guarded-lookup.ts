import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { TransportFailure } from '../transport/transport.ts'
import { classifyAddress } from './classify-address.ts'

interface HostAddress {
  readonly address: string
  readonly family: number
}

/** All addresses of a name. *Errors*: rejects as `dns.promises.lookup` does. */
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>

const notPublic = (host: string): TransportFailure =>
  new TransportFailure(
    'forbidden',
    `The base URL cannot be used: ${host} leads to an address that is not public. Have the operator list this host.`,
  )

/** A spelling that is not the usual one would be resolved once more by the socket, by nobody knows whom. */
const isCallable = ({ address }: HostAddress): boolean => isIP(address) > 0 && classifyAddress(address) === null

/**
 * A `lookup` for sockets that gives back public addresses only: one single address that is not public refuses the name as a whole. The
 * socket connects to what was checked here and asks nobody again, so that a name cannot lead elsewhere a moment later.
 */
export function guardedLookup(resolve: ResolveHost): LookupFunction {
  const checked = callbackify(async (host: string): Promise<readonly HostAddress[]> => {
    const found = await resolve(host)
    if (found.length === 0 || !found.every(isCallable)) throw notPublic(host)
    return found
  })
  return (host, options, callback) => {
    checked(host, (failure, found) => {
      const [first] = found ?? []
      if (first === undefined) callback(failure ?? notPublic(host), '', 0)
      else if (options.all === true) callback(null, [...found])
      else callback(null, first.address, first.family)
    })
  }
}
