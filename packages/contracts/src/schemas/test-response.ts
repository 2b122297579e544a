import { z } from 'zod'
import { FINISH_REASONS } from '../kernel/usage.ts'
import { assistantMessageSchema, renderedMessageSchema } from './answer-message.ts'
import { documented, foreignObject } from './documented.ts'
import { spanNodeSchema } from './span-node.ts'
import { partLogprobs } from './token-logprob.ts'
import { wireAttemptSchema, wireRequestSchema } from './wire-attempt.ts'

export const settingsReportSchema = z
  .object({
    sent: foreignObject(),
    dropped: z.array(z.object({ name: z.string(), reason: z.string() })),
    changed: z.array(z.object({ name: z.string(), from: z.unknown(), to: z.unknown(), reason: z.string() })),
    doubted: z.array(z.object({ name: z.string(), reason: z.string() })).exactOptional(),
  })
  .register(documented, {
    id: 'SettingsReport',
    title: 'SettingsReport',
    description: 'What became of each setting: sent, not sent, or sent with another value or name. Nothing disappears silently.',
  })

/** An object or a list: the message of a chat turn, the calls of a completion. */
const structure = z
  .custom<object>((value) => typeof value === 'object' && value !== null)
  .register(documented, { type: ['object', 'array'] })

export const toolResultSchema = z
  .object({ id: z.string(), name: z.string(), content: z.string(), failed: z.literal(true).exactOptional() })
  .register(documented, { id: 'ToolResult', title: 'ToolResult', description: 'What one call of a tool was answered with.' })

export const testResponseSchema = z
  .object({
    version: z.literal('3.0'),
    data: z.union([z.string(), structure]),
    message: assistantMessageSchema,
    parsed: z.unknown().exactOptional(),
    content_type: z.enum(['text/plain', 'application/json']),
    finish_reason: z.enum(FINISH_REASONS),
    raw: z.literal(true).exactOptional(),
    rounds: z.array(z.object({ message: assistantMessageSchema, results: z.array(toolResultSchema) })).exactOptional(),
    settings: settingsReportSchema,
    tree: z.object({ version: z.literal('1.0.0'), nodes: z.array(spanNodeSchema) }),
    trace_id: z.string(),
    span_id: z.string(),
    logprobs: z.array(z.object(partLogprobs)).exactOptional(),
    wire: z.array(wireAttemptSchema).exactOptional(),
  })
  .register(documented, {
    id: 'TestResponse',
    title: 'TestResponse',
    description:
      'data is the text as written (completion), the calls where there is no text, or the whole assistant message (chat). tree.nodes[0] is the root span. logprobs stand here where no events before it told them.',
  })

export const previewResponseSchema = z
  .object({
    version: z.literal('3.0'),
    model: z.string(),
    provider: z.string(),
    messages: z.array(renderedMessageSchema),
    request: wireRequestSchema,
    settings: settingsReportSchema,
    tokens: z.object({
      input: z.number(),
      estimated: z.literal(true).exactOptional(),
      counted_by: z.string().exactOptional(),
      uncounted: z.string().exactOptional(),
      max_output: z.number().nullable(),
    }),
    price: z.object({ low: z.number().nullable(), high: z.number().nullable(), source: z.enum(['table', 'unknown']) }),
  })
  .register(documented, { id: 'PreviewResponse', title: 'PreviewResponse', description: 'What would be sent. No model was asked.' })
