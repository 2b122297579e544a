import type { CompletionTestRequest } from '@vitrine/contracts'

/** A model that gives verdicts, asked like every other model. */
export interface Judge {
  /** Who judges where a check names nobody. */
  readonly model: string
  readonly ask: (request: CompletionTestRequest) => Promise<JudgeReply>
}

/**
 * *Shape*: `parsed` is the value of `text` where the service says that it is JSON.
 * *Units*: `costUsd` USD; null where nobody said. It belongs to the check, not to the answer.
 */
export type JudgeReply =
  | { readonly ok: true; readonly text: string; readonly parsed?: unknown; readonly costUsd: number | null }
  | { readonly ok: false; readonly message: string; readonly costUsd: number | null }
