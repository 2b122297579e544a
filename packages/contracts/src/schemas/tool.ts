import { z } from 'zod'
import { MOST_ROUNDS } from '../kernel/tool-loop.ts'
import { documented, foreignObject } from './documented.ts'

/** What OpenAI, and with it nearly everybody, takes as the name of a function. */
const functionNameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: '1 to 64 letters, digits, _ or -' })

const functionToolSchema = z
  .looseObject({
    type: z.literal('function'),
    function: z.looseObject({
      name: functionNameSchema,
      description: z.string().nullish(),
      parameters: foreignObject().nullish(),
      strict: z.boolean().nullish(),
    }),
  })
  .register(documented, { id: 'FunctionTool', title: 'FunctionTool' })

/** Tools of type `function` are checked; any other belongs to a provider and passes as it is. */
export const toolSchema = z
  .looseObject({ type: z.string().min(1) })
  .superRefine((tool, context) => {
    if (tool.type !== 'function') return
    const checked = functionToolSchema.safeParse(tool)
    for (const issue of checked.error?.issues ?? []) context.addIssue({ ...issue })
  })
  .register(documented, {
    id: 'Tool',
    title: 'Tool',
    anyOf: [{ $ref: '#/components/schemas/FunctionTool' }, { properties: { type: { not: { const: 'function' } } } }],
  })

/** @see ToolLoop */
export const toolLoopSchema = z
  .object({
    max_rounds: z.int().min(1).max(MOST_ROUNDS).nullish(),
    results: z.record(
      z.string(),
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('text'), text: z.string() }),
        z.object({ type: z.literal('json'), value: z.unknown() }),
        z.object({ type: z.literal('template'), template: z.string() }),
      ]),
    ),
  })
  .register(documented, {
    id: 'ToolLoop',
    title: 'ToolLoop',
    description:
      'Results for calls of tools, by function name: the service answers them and asks the model again, at most max_rounds times (4 where absent). template is jinja2 over the arguments.',
  })

export const toolChoiceSchema = z
  .union([
    z.enum(['none', 'auto', 'required']),
    z.object({ type: z.literal('function'), function: z.object({ name: functionNameSchema }) }),
  ])
  .register(documented, { id: 'ToolChoice', title: 'ToolChoice' })
