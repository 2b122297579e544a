/** Who calls, as far as a token or key proves it. */
export interface Principal {
  readonly kind: 'token' | 'api-key'
  /** A fingerprint of the subject, the same for the same caller: fit for traces and logs, of no use to anybody else. */
  readonly subjectHash: string
  /** Lower-case UUIDs; `all` occurs in development only. */
  readonly projects: ReadonlySet<string> | 'all'
}
