import { type TemplateInputs, parseJson } from '@vitrine/templating'

/** Numbers that `JSON.parse` may lose something of: long integers, `1.0`, exponents. Text that only looks like one costs a second look. */
const MAY_LOSE = /\d{16}|\.0|\d[eE]/

/**
 * The inputs as templates are to see them: numbers without loss, read from the text of the body where that is needed.
 *
 * *Errors*: throws what `parseJson` throws (an integer of thousands of digits).
 */
export function readInputs(bodyText: string): TemplateInputs | null {
  if (!MAY_LOSE.test(bodyText)) return null
  const body = parseJson(bodyText)
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'inputs')) return null
  const inputs = Object.getOwnPropertyDescriptor(body, 'inputs')?.value as unknown
  return typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs) ? (inputs as TemplateInputs) : null
}

/** Templates may also say `{{inputs.country}}`: the inputs once more under their own name, unless the caller has one of that name. */
export function withEnvelope(inputs: TemplateInputs): TemplateInputs {
  return Object.hasOwn(inputs, 'inputs') ? inputs : { ...inputs, inputs }
}
