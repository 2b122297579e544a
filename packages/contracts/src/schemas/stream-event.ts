import { z } from 'zod'
import { FINISH_REASONS } from '../kernel/usage.ts'
import type { StreamEvent } from '../stream-event.ts'
import { documented } from './documented.ts'
import { errorBodySchema } from './error-body.ts'
import { nativeTurnSchema } from './message.ts'
import { testResponseSchema, toolResultSchema } from './test-response.ts'
import { partLogprobs } from './token-logprob.ts'
import { costSourceSchema, countSchema } from './usage.ts'
import { wireAttemptSchema } from './wire-attempt.ts'

const partSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), annotations: z.array(z.unknown()).exactOptional() }),
    z.object({
      kind: z.literal('thinking'),
      text: z.string(),
      signature: z.string().exactOptional(),
      redacted: z.string().exactOptional(),
    }),
    z.object({ kind: z.literal('refusal'), text: z.string() }),
    z.object({ kind: z.literal('tool-call'), id: z.string(), name: z.string(), arguments: z.string() }),
  ])
  .register(documented, { id: 'Part', title: 'Part', description: 'A finished part of an answer.' })

const gatewaySchema = z
  .object({
    name: z.string(),
    version: z.string().exactOptional(),
    call_id: z.string().exactOptional(),
    model: z.string().exactOptional(),
    api_base: z.string().exactOptional(),
    provider: z.string().exactOptional(),
    retries: countSchema().exactOptional(),
    fallbacks: countSchema().exactOptional(),
    cached: z.literal(true).exactOptional(),
    settings_doubt: z.string().exactOptional(),
  })
  .register(documented, { id: 'GatewayFacts', description: 'A gateway between us and the model, as its answer tells of it.' })

const index = countSchema()

/** The data of each event in its wire form; the event's name is the key. */
export const streamEventDataSchemas = {
  'response-start': z
    .object({
      response_id: z.string().exactOptional(),
      model: z.string(),
      provider: z.string(),
      trace_id: z.string(),
      span_id: z.string(),
    })
    .register(documented, { id: 'ResponseStartEvent' }),
  'part-start': z
    .object({
      index,
      kind: z.enum(['thinking', 'text', 'refusal', 'tool-call']),
      id: z.string().exactOptional(),
      name: z.string().exactOptional(),
    })
    .register(documented, { id: 'PartStartEvent' }),
  'part-delta': z.object({ index, delta: z.string() }).register(documented, { id: 'PartDeltaEvent' }),
  'part-end': z.object({ index, part: partSchema }).register(documented, { id: 'PartEndEvent' }),
  logprobs: z.object(partLogprobs).register(documented, { id: 'LogprobsEvent' }),
  retry: z
    .object({ attempt: countSchema(), of: countSchema(), wait_ms: z.number(), reason: z.string() })
    .register(documented, { id: 'RetryEvent' }),
  heartbeat: z.object({}).register(documented, { id: 'HeartbeatEvent' }),
  usage: z
    .object({
      input_tokens: countSchema(),
      output_tokens: countSchema(),
      total_tokens: countSchema(),
      cached_tokens: countSchema().exactOptional(),
      cache_write_tokens: countSchema().exactOptional(),
      reasoning_tokens: countSchema().exactOptional(),
      source: z.enum(['provider', 'estimate']),
    })
    .register(documented, { id: 'UsageEvent', description: 'input includes cached, output includes reasoning.' }),
  cost: z.object({ total_usd: z.number().nullable(), source: costSourceSchema }).register(documented, { id: 'CostEvent' }),
  'response-end': z
    .object({
      finish_reason: z.enum(FINISH_REASONS),
      native_finish_reason: z.string().nullable(),
      response_id: z.string().exactOptional(),
      model: z.string().exactOptional(),
      native: nativeTurnSchema.exactOptional(),
      gateway: gatewaySchema.exactOptional(),
    })
    .register(documented, { id: 'ResponseEndEvent' }),
  raw: z.object({ type: z.string(), data: z.unknown() }).register(documented, { id: 'RawEvent' }),
  wire: wireAttemptSchema,
  round: z
    .object({ round: countSchema(), of: countSchema(), results: z.array(toolResultSchema) })
    .register(documented, { id: 'RoundEvent', description: 'The calls of tools were answered so, and the model is asked again.' }),
  result: testResponseSchema,
  error: errorBodySchema,
} satisfies Record<StreamEvent['type'], z.ZodType>
