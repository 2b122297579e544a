import { ownMember } from '../../json-path/own-values.ts'
import { pyTypeName } from '../../python/type-name.ts'
import { stepsFor, type StepMeter } from '../../step-meter.ts'
import { TemplateError } from '../../template-error.ts'
import type { TemplateInputs, TemplateValue } from '../../template-format.ts'
import type { Field, Subscript } from './ast.ts'

/** What a field finds; `missing` names what is not there, as far as it was followed. */
export type FieldValue = { readonly value: TemplateValue } | { readonly missing: string }

const written = (subscript: Subscript): string => (subscript.kind === 'key' ? `[${subscript.key}]` : `[${subscript.index}]`)

function mismatch(field: Field, value: TemplateValue, wanted: string): TemplateError {
  const message = `\`{${field.root}${field.path}}\` asks a value of type '${pyTypeName(value)}' for ${wanted}, which it does not have.`
  return new TemplateError({ code: 'template_syntax', message, position: field.span })
}

/** A character counts as one code point. */
function characterAt(text: string, index: number, meter: StepMeter): string | undefined {
  if (index >= text.length) return undefined
  meter.spend(stepsFor(index))
  let at = 0
  for (const character of text) if (at++ === index) return character
  return undefined
}

function take(field: Field, value: TemplateValue, subscript: Subscript, meter: StepMeter): { readonly value: unknown } | undefined {
  if (Array.isArray(value)) {
    if (subscript.kind === 'key') throw mismatch(field, value, `the key '${subscript.key}'`)
    return subscript.index < value.length ? { value: value[subscript.index] } : undefined
  }
  if (typeof value === 'string') {
    if (subscript.kind === 'key') throw mismatch(field, value, `the key '${subscript.key}'`)
    const character = characterAt(value, subscript.index, meter)
    return character === undefined ? undefined : { value: character }
  }
  if (pyTypeName(value) !== 'dict') throw mismatch(field, value, 'an item')
  // Digits make an int in Python, and no key of JSON is an int.
  return subscript.kind === 'key' ? ownMember(value, subscript.key) : undefined
}

/** @throws TemplateError `template_syntax` where a value has no items of that kind */
export function readField(field: Field, inputs: TemplateInputs, meter: StepMeter): FieldValue {
  if (!Object.hasOwn(inputs, field.root)) return { missing: field.root }
  let value = inputs[field.root] ?? null
  let followed = field.root
  for (const subscript of field.subscripts) {
    followed += written(subscript)
    const next = take(field, value, subscript, meter)
    if (next === undefined) return { missing: followed }
    // Only parts of the inputs are ever reached.
    value = next.value as TemplateValue
  }
  return { value }
}
