import type { Cell } from './cell.ts'

/**
 * A cell as the outside contract has it.
 *
 * *Units*: `latency` milliseconds, `cost` USD. What nobody reported is null, never 0.
 * @see seeds/002, Execution State
 */
export interface ExecutionResult {
  readonly output: string | object
  readonly traceId: string
  readonly spanId: string
  readonly metrics: { readonly latency: number | null; readonly tokens: number | null; readonly cost: number | null }
  readonly error?: string
}

export const toExecutionResult = (cell: Cell): ExecutionResult => ({
  output: cell.text === '' && cell.toolCalls.length > 0 ? cell.toolCalls : cell.text,
  traceId: cell.traceId ?? '',
  spanId: cell.spanId ?? '',
  metrics: { latency: cell.times.endMs, tokens: cell.usage?.totalTokens ?? null, cost: cell.cost?.totalUsd ?? null },
  ...(cell.failure ? { error: cell.failure.message } : {}),
})
