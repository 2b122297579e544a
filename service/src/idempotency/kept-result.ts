import type { TestResponse } from '@vitrine/contracts'

/** A result as it was given, and who gave it. */
export interface KeptResult {
  readonly model: string
  readonly provider: string
  readonly response: TestResponse
}

/** A place beside somebody who runs it. */
export interface JoinedRun {
  /** Null where it ended without one. It never rejects. */
  readonly result: Promise<KeptResult | null>
  leave(): void
}
