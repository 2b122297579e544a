import { closeNames } from './close-names.ts'
import { compareCodePoints } from './code-point-order.ts'
import type { TemplateInputs } from './template-format.ts'
import { TemplateError, type TemplatePosition, type TemplateProblem } from './template-error.ts'

/** The input that a missing path would read: `user` for `user.name` and `user[0]`. */
const rootOf = (name: string): string => {
  const end = name.search(/[.[]/)
  return end <= 0 ? name : name.slice(0, end)
}

/** Candidates cost a comparison with every input, and a message should be read by people. */
const MAX_NAMES_WITH_CANDIDATES = 20
const MAX_NAMES_IN_MESSAGE = 20

const quoted = (name: string): string => (name === '' ? 'an empty name' : `\`${name}\``)

function messageFor(names: readonly string[], candidates: Readonly<Record<string, readonly string[]>>): string {
  const [first = ''] = names
  if (names.length > 1) {
    const listed = names.slice(0, MAX_NAMES_IN_MESSAGE).map(quoted).join(', ')
    const others = names.length > MAX_NAMES_IN_MESSAGE ? ` and ${names.length - MAX_NAMES_IN_MESSAGE} more` : ''
    return `The variables ${listed}${others} have no value. Give each one a value in the inputs.`
  }
  const [close] = candidates[first] ?? []
  const remedy = close === undefined ? 'Give it a value in the inputs.' : `Did you mean ${quoted(close)}?`
  return first === ''
    ? 'A placeholder has no name. Write a name between its braces.'
    : `The variable ${quoted(first)} has no value. ${remedy}`
}

/** The one problem for everything that a render, or a whole prompt, misses: names sorted by code point, each once. */
export function missingProblem(missing: Iterable<string>, inputs: TemplateInputs, position?: TemplatePosition): TemplateProblem {
  const names = [...new Set(missing)].toSorted(compareCodePoints)
  const known = Object.keys(inputs)
  const candidates = Object.create(null) as Record<string, readonly string[]>
  for (const name of names.slice(0, MAX_NAMES_WITH_CANDIDATES)) {
    const root = rootOf(name)
    const close = Object.hasOwn(inputs, root) ? [] : closeNames(root, known)
    if (close.length > 0) candidates[name] = close
  }
  const problem: TemplateProblem = { code: 'missing_variables', message: messageFor(names, candidates), names, candidates }
  return position === undefined ? problem : { ...problem, position }
}

export const missingError = (missing: Iterable<string>, inputs: TemplateInputs, position?: TemplatePosition): TemplateError =>
  new TemplateError(missingProblem(missing, inputs, position))
