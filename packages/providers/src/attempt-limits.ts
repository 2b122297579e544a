/** What one attempt may take up. */
export interface AttemptLimits {
  readonly maxEventChars: number
  readonly maxBodyBytes: number
  /** Milliseconds for which an answer that is over in substance may still send its rest. */
  readonly graceMs: number
}
