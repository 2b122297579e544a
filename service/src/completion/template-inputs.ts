import { type TemplateInputs, type TemplateValue, parseJson } from '@vitrine/templating'

/** Numbers that `JSON.parse` may lose something of: long integers, `1.0`, exponents. Text that only looks like one costs a second look. */
const MAY_LOSE = /\d{16}|\.0|\d[eE]/

/**
 * A body with its numbers as they are written; null where plain JSON loses nothing.
 *
 * *Errors*: throws what `parseJson` throws (an integer of thousands of digits).
 */
export const readWithoutLoss = (bodyText: string): TemplateValue | null => (MAY_LOSE.test(bodyText) ? parseJson(bodyText) : null)

/** The inputs in it, as templates are to see them. */
export function inputsIn(body: TemplateValue): TemplateInputs | null {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'inputs')) return null
  const inputs = Object.getOwnPropertyDescriptor(body, 'inputs')?.value as unknown
  return typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs) ? (inputs as TemplateInputs) : null
}

/** Templates may also say `{{inputs.country}}`: the inputs once more under their own name, unless the caller has one of that name. */
export function withEnvelope(inputs: TemplateInputs): TemplateInputs {
  return Object.hasOwn(inputs, 'inputs') ? inputs : { ...inputs, inputs }
}
