import type { JsonSchema } from '../chat-request.ts'
import { labelledValue } from '../find/labelled.ts'
import { ownValue } from '../json-value.ts'
import type { FillContext } from './fill-context.ts'
import { found, lacking, type Filled } from './filled.ts'
import { fitText } from './fit-text.ts'
import type { Property } from './property.ts'
import { readKind } from './text-kinds.ts'

/** A string that the text gives for the property: labelled, or of the kind that the property's name tells. Empty where there is none. */
export function fillText(schema: JsonSchema, property: Property, context: FillContext): Filled {
  const format = ownValue(schema, 'format')
  const value = readKind(property, typeof format === 'string' ? format : null, context) ?? labelledValue(context.said, property.words)
  const fitted = fitText(value ?? '', schema)
  return value === null || value === '' || fitted === null ? lacking(fitted ?? fitText('', schema) ?? '') : found(fitted)
}
