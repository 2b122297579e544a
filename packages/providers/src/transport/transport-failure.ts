import { TransportFailure, type TransportFailureKind } from './transport.ts'

const KIND_BY_CODE: ReadonlyMap<string, TransportFailureKind> = new Map([
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'refused'],
  ['ENETUNREACH', 'refused'],
  ['EADDRNOTAVAIL', 'refused'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EPROTO', 'tls'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['ECONNRESET', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_SOCKET', 'reset'],
  ['UND_ERR_CLOSED', 'reset'],
  ['UND_ERR_DESTROYED', 'reset'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
])

const MESSAGES: Readonly<Record<TransportFailureKind, (host: string) => string>> = {
  refused: (host) => `Nothing answers at ${host}. Check that the server runs and that the base URL names its host and port.`,
  dns: (host) => `The name ${host} cannot be found. Check the spelling of the base URL and the network's name service.`,
  tls: (host) => `No secure connection to ${host} could be made. Check the certificate of the server, and http or https in the base URL.`,
  reset: (host) => `${host} closed the connection before its answer was complete. Run it again; if it stays so, look at the server's log.`,
  timeout: (host) => `${host} did not answer in time. Run it again later, or choose a faster model.`,
  forbidden: (host) => `${host} is no address that may be called. Use a public https address, or have the operator list this host.`,
  protocol: (host) =>
    `${host} answered in a way that is not HTTP as we know it. Check that the base URL is that of the model server's API.`,
}

/** The code of an error or of what caused it: fetch wraps, and several addresses of one host make an aggregate. */
function codeOf(cause: unknown, depth = 0): string | null {
  if (!(cause instanceof Error) || depth > 4) return null
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  if (cause instanceof AggregateError) return codeOf(cause.errors[0], depth + 1)
  return codeOf(cause.cause, depth + 1)
}

const kindOf = (code: string | null): TransportFailureKind => {
  if (code === null) return 'protocol'
  return KIND_BY_CODE.get(code) ?? (/^(ERR_TLS|ERR_SSL|CERT_|HOSTNAME_MISMATCH)/.test(code) ? 'tls' : 'protocol')
}

export const transportFailure = (kind: TransportFailureKind, url: URL): TransportFailure =>
  new TransportFailure(kind, MESSAGES[kind](url.host))

/** Names what went wrong below HTTP. The cause's own text is not passed on: it may quote a header, and headers hold the key. */
export function toTransportFailure(cause: unknown, url: URL): TransportFailure {
  if (cause instanceof TransportFailure) return cause
  return transportFailure(kindOf(codeOf(cause)), url)
}
