import { z } from 'zod'
import { documented } from './documented.ts'
import { countSchema } from './usage.ts'

const headersSchema = z.record(z.string(), z.string())
const moment = () => z.number().nullable()

export const wireRequestSchema = z
  .object({ method: z.string(), url: z.string(), headers: headersSchema, body: z.string() })
  .register(documented, { id: 'WireRequest', title: 'WireRequest', description: 'What was sent to the provider. Credentials are ***.' })

export const wireAttemptSchema = z
  .object({
    attempt: countSchema(),
    round: countSchema().exactOptional(),
    request: wireRequestSchema,
    response: z.object({ status: countSchema(), headers: headersSchema, body: z.string().exactOptional() }).exactOptional(),
    events: z.array(z.object({ at_ms: z.number(), data: z.string() })).exactOptional(),
    times: z.object({ queued: z.number(), connected: moment(), first_byte: moment(), first_token: moment(), end: moment() }),
    failure: z.string().exactOptional(),
  })
  .register(documented, {
    id: 'WireAttempt',
    title: 'WireAttempt',
    description: 'One attempt at the provider. Times are milliseconds since the service accepted the request; null was not reached.',
  })
