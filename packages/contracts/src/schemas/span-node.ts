import { z } from 'zod'
import { documented } from './documented.ts'
import { costTotalSchema, durationTotalSchema, tokenTotalSchema } from './usage.ts'

const metricsSchema = z.object({
  unit: z
    .object({ duration: durationTotalSchema, costs: costTotalSchema.exactOptional(), tokens: tokenTotalSchema.exactOptional() })
    .exactOptional(),
  acc: z.object({ duration: durationTotalSchema, costs: costTotalSchema, tokens: tokenTotalSchema }),
})

export const spanNodeSchema = z
  .object({
    trace_id: z.string(),
    span_id: z.string(),
    parent_span_id: z.string().exactOptional(),
    name: z.string(),
    kind: z.enum(['server', 'client', 'internal']),
    time: z.object({ start: z.string(), end: z.string() }),
    status: z.object({ code: z.enum(['OK', 'ERROR']), message: z.string().exactOptional() }),
    metrics: metricsSchema,
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .register(documented, {
    id: 'SpanNode',
    title: 'SpanNode',
    description: 'One span. metrics.unit is this span alone, metrics.acc this span and everything under it. Times are ISO 8601 in UTC.',
  })
