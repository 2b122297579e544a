import { z } from 'zod'
import { countSchema } from './usage.ts'

const logprob = { token: z.string(), logprob: z.number() }

/** Members of what tells of the tokens of one part. */
export const partLogprobs = {
  index: countSchema(),
  tokens: z.array(z.object({ ...logprob, top: z.array(z.object(logprob)).exactOptional() })),
}
