import type {
  AssistantMessage,
  Cost,
  CostSource,
  ErrorDetail,
  FinishReason,
  GatewayFacts,
  NativeTurn,
  Part,
  ProviderEvent,
  TokenUsage,
  WireAttempt,
} from '@vitrine/contracts'

/** What a provider's events add up to. */
export interface Answer {
  readonly message: AssistantMessage
  readonly usage: TokenUsage | null
  /** What the provider or a gateway says it cost; null where neither says anything. */
  readonly billed: Cost | null
  readonly finishReason: FinishReason
  readonly responseId: string | null
  /** The model that really answered, where the provider says so. */
  readonly model: string | null
  /** The gateway between us and the model, where there was one that says so. */
  readonly gateway: GatewayFacts | null
  readonly attempts: readonly WireAttempt[]
  readonly error: ErrorDetail | null
}

export interface AnswerBuilder {
  take(event: ProviderEvent): void
  toAnswer(): Answer
}

const billedBy = (totalUsd: number | null, source: CostSource): Cost | null =>
  totalUsd === null || source === 'unknown' ? null : { totalUsd, source }

function toMessage(parts: readonly Part[], native: NativeTurn | undefined): AssistantMessage {
  const text = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  const refusal = parts.flatMap((part) => (part.kind === 'refusal' ? [part.text] : []))
  const thinking = parts.flatMap((part) => {
    if (part.kind !== 'thinking') return []
    const { kind: _, ...block } = part
    return [block]
  })
  const toolCalls = parts.flatMap((part) =>
    part.kind === 'tool-call' ? [{ id: part.id, type: 'function' as const, function: { name: part.name, arguments: part.arguments } }] : [],
  )
  return {
    role: 'assistant',
    content: text.length === 0 ? null : text.join(''),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
    ...(refusal.length === 0 ? {} : { refusal: refusal.join('') }),
    ...(thinking.length === 0 ? {} : { thinking }),
    ...(native === undefined ? {} : { native }),
  }
}

/** Listens to a run and keeps what its result is made of. */
export function createAnswer(): AnswerBuilder {
  const parts = new Map<number, Part>()
  const attempts: WireAttempt[] = []
  let usage: TokenUsage | null = null
  let billed: Cost | null = null
  let end: Extract<ProviderEvent, { type: 'response-end' }> | null = null
  let error: ErrorDetail | null = null
  return {
    take(event) {
      switch (event.type) {
        case 'part-end':
          parts.set(event.index, event.part)
          break
        case 'usage': {
          const { type: _, ...counts } = event
          usage = counts
          break
        }
        case 'cost':
          billed = billedBy(event.totalUsd, event.source)
          break
        case 'response-end':
          end = event
          break
        case 'wire':
          attempts.push(event.attempt)
          break
        case 'error':
          error ??= event.error
          break
        default:
      }
    },
    toAnswer: () => ({
      message: toMessage(
        [...parts.keys()].toSorted((one, other) => one - other).flatMap((index) => parts.get(index) ?? []),
        end?.native,
      ),
      usage,
      billed,
      finishReason: end?.finishReason ?? 'unknown',
      responseId: end?.responseId ?? null,
      model: end?.model ?? null,
      gateway: end?.gateway ?? null,
      attempts,
      error,
    }),
  }
}
