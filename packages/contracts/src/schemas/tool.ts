import { z } from 'zod'
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

export const toolChoiceSchema = z
  .union([
    z.enum(['none', 'auto', 'required']),
    z.object({ type: z.literal('function'), function: z.object({ name: functionNameSchema }) }),
  ])
  .register(documented, { id: 'ToolChoice', title: 'ToolChoice' })
