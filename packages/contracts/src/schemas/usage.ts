import { z } from 'zod'
import { COST_SOURCES } from '../kernel/usage.ts'
import { documented } from './documented.ts'

export const costSourceSchema = z
  .enum(COST_SOURCES)
  .register(documented, { id: 'CostSource', title: 'CostSource', description: 'Who says what it cost; unknown where nobody does.' })

/** Tokens are whole and never negative. */
export const countSchema = () => z.int().min(0)

/** In the span tree: totals with their parts, as the clients of the seed read them. */
export const durationTotalSchema = z.object({ total: z.number() }).register(documented, {
  id: 'DurationTotal',
  title: 'DurationTotal',
  description: 'Milliseconds.',
})
export const costTotalSchema = z
  .object({
    total: z.number().nullable(),
    prompt: z.number().exactOptional(),
    completion: z.number().exactOptional(),
    source: costSourceSchema,
  })
  .register(documented, { id: 'CostTotal', title: 'CostTotal', description: 'USD; null is unknown, never 0 for unknown.' })
export const tokenTotalSchema = z
  .object({
    total: z.number().nullable(),
    prompt: z.number().exactOptional(),
    completion: z.number().exactOptional(),
    cached: z.number().exactOptional(),
    reasoning: z.number().exactOptional(),
    estimated: z.literal(true).exactOptional(),
  })
  .register(documented, { id: 'TokenTotal', title: 'TokenTotal', description: 'Tokens; null is unknown.' })
