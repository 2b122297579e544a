import type { TemplateInputs, TemplateValue, TemplateVariable } from '@vitrine/templating'
import type { EnhancedPrompt } from '../state/prompt.ts'
import { typeIn } from '../state/column-setting.ts'
import { sentValue } from '../state/column-value.ts'
import type { LoadableRow } from '../state/row.ts'

/** A number that JSON's reader would round: its text is worth more than its value. */
const UNSAFE_NUMBER = /\d{16}/

/**
 * What a row gives to the prompt: a value for each variable that has one, in a record without a prototype.
 *
 * *Shape*: values are the texts of the cells; in a column of numbers or JSON, what they say. Where the prompt reads inside a variable (`{{user.name}}`) and the cell holds a JSON
 * object or list, the value is that object or list, because a path into a text leads nowhere.
 */
export function inputsOf({
  prompt,
  row,
  variables = [],
  emptyMissing = false,
}: {
  readonly prompt: Pick<EnhancedPrompt, 'variables' | 'columnTypes'>
  readonly row: Pick<LoadableRow, 'data'>
  readonly variables?: readonly TemplateVariable[]
  readonly emptyMissing?: boolean
}): TemplateInputs {
  const reachedInto = new Set(variables.filter(({ path }) => path !== '').map(({ name }) => name))
  const inputs: Record<string, TemplateValue> = Object.create(null)
  for (const name of prompt.variables) {
    const text = Object.hasOwn(row.data, name) ? row.data[name] : undefined
    const type = typeIn(prompt.columnTypes ?? [], name)
    if (text !== undefined) inputs[name] = type === 'text' && reachedInto.has(name) ? structureOf(text) : sentValue(type, text)
    else if (emptyMissing) inputs[name] = ''
  }
  return inputs
}

/** The object or the list that a text is as JSON; the text itself where it is none. */
export function structureOf(text: string): TemplateValue {
  if (!/^\s*[[{]/.test(text) || UNSAFE_NUMBER.test(text)) return text
  try {
    return JSON.parse(text) as TemplateValue
  } catch {
    return text
  }
}
