/** What may be called where the address comes from somebody who is not the operator. */
export interface GuardPolicy {
  /** With the colon: `https:`. A key sent over plain http can be read by everybody on the way. */
  readonly schemes: ReadonlySet<string>
  readonly ports: ReadonlySet<number>
  /** Hosts (`gpu.lab.example:8000`, the port always given) that the operator trusts as his own, private or not. */
  readonly trustedHosts: ReadonlySet<string>
}

export const DEFAULT_GUARD_POLICY: GuardPolicy = {
  schemes: new Set(['https:']),
  ports: new Set([443, 8443]),
  trustedHosts: new Set(),
}
