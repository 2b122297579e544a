import type { ClientFailure, VitrineClient } from '@vitrine/client'
import type { Model } from '@vitrine/contracts'
import type { Generation } from '../../generate/generation.ts'
import { generationRequest } from '../../generate/generation-request.ts'
import { type ReadCases, readCases } from '../../generate/read-cases.ts'

/**
 * What came of asking.
 *
 * *Shape*: `read` is null where there is no case in the text. `isCut`: the model stopped at its longest length.
 * *Units*: `costUsd` USD; null where nobody said.
 */
export type Written =
  | {
      readonly status: 'answered'
      readonly text: string
      readonly read: ReadCases | null
      readonly isCut: boolean
      readonly costUsd: number | null
    }
  | { readonly status: 'failed'; readonly failure: ClientFailure }

/** Asks a model for cases, as every model is asked. Null where that was stopped. It never rejects. */
export async function askForCases(
  generation: Generation,
  asked: { readonly client: Pick<VitrineClient, 'runOnce'>; readonly model: string; readonly facts: Model | null },
  signal: AbortSignal,
): Promise<Written | null> {
  const reply = await asked.client.runOnce('completion', generationRequest(generation, asked.model, asked.facts), { signal })
  if (signal.aborted) return null
  if (!reply.ok) return reply.failure.code === 'cancelled' ? null : { status: 'failed', failure: reply.failure }
  const { message, parsed, tree, finish_reason: finish } = reply.value
  const text = message.content ?? message.refusal ?? ''
  return {
    status: 'answered',
    text,
    read: readCases(
      text,
      generation.columns.map(({ name }) => name),
      parsed,
    ),
    isCut: finish === 'length',
    costUsd: tree.nodes[0]?.metrics.acc.costs.total ?? null,
  }
}
