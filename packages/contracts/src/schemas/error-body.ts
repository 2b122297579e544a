import { z } from 'zod'
import { ERROR_CODES } from '../error.ts'
import { documented, foreignObject } from './documented.ts'

export const errorDetailSchema = z
  .object({
    message: z.string(),
    code: z.enum(ERROR_CODES),
    meta: foreignObject().exactOptional(),
    trace_id: z.string().exactOptional(),
    span_id: z.string().exactOptional(),
  })
  .register(documented, {
    id: 'ErrorDetail',
    title: 'ErrorDetail',
    description: 'message alone tells cause and remedy; meta depends on code; trace_id opens the trace of a failed run.',
  })

export const errorBodySchema = z.object({ detail: errorDetailSchema }).register(documented, { id: 'ErrorBody', title: 'ErrorBody' })
