import type { ClientFailure, VitrineClient } from '@vitrine/client'
import type { Model } from '@vitrine/contracts'
import type { JudgeQuestion } from '../../../checks/judge/judge.ts'
import { judgeRequest } from '../../../checks/judge/judge-request.ts'
import { toldOfFailure } from '../../../messages/told-of.ts'
import type { Said } from '../../../checks/judge/judgements.ts'

export interface Judges {
  readonly client: Pick<VitrineClient, 'runOnce'>
  /** Who judges where a check names nobody. */
  readonly defaultModel: string
  /** What is known of a model; null where nothing is. */
  readonly factsOf: (model: string) => Model | null
}

/** Asks a model for its verdict, as every model is asked. Null where that was stopped. It never rejects. */
export async function askJudge(
  question: JudgeQuestion,
  { client, defaultModel, factsOf }: Judges,
  signal: AbortSignal,
): Promise<Said | null> {
  const model = question.check.model ?? defaultModel
  const reply = await client.runOnce('completion', judgeRequest(question, model, factsOf(model)), { signal })
  if (!reply.ok) {
    const { failure } = reply
    return failure.code === 'cancelled' ? null : { status: 'failed', ...toldOfFailure(failure), model, costUsd: isFree(failure) ? 0 : null }
  }
  const { message, parsed, tree } = reply.value
  return {
    status: 'answered',
    text: message.content ?? message.refusal ?? '',
    ...(parsed === undefined ? {} : { parsed }),
    model,
    costUsd: tree.nodes[0]?.metrics.acc.costs.total ?? null,
  }
}

/** Nothing was sent, or it was turned away at the door; of what failed later nobody says what it cost. */
const isFree = ({ code, status = 0 }: ClientFailure): boolean => code === 'offline' || (status >= 400 && status < 500)
