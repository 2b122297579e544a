import { decimalDigit } from '../../python/decimal-digit.ts'
import { causeOf, type TemplateCause } from '../../template-cause.ts'
import type { Subscript } from './ast.ts'

/** The parts of a field's name, or why it is none: a fault of form, or an access that this package does not give. */
export type FieldName =
  | { readonly kind: 'name'; readonly root: string; readonly subscripts: readonly Subscript[]; readonly path: string }
  | { readonly kind: 'malformed' | 'forbidden'; readonly message: string; readonly cause?: TemplateCause }

const malformed = (message: string, cause?: TemplateCause): FieldName => ({ kind: 'malformed', message, ...(cause && { cause }) })

const MAX_INDEX = BigInt('9223372036854775807')

/** The number that a text of digits stands for; undefined where it is none. */
function indexOf(text: string): bigint | undefined {
  let digits = ''
  for (const character of text) {
    const digit = decimalDigit(character)
    if (digit < 0) return undefined
    digits += digit
  }
  return digits === '' ? undefined : BigInt(digits)
}

const firstOf = (text: string, marks: string, from: number): number => {
  let at = from
  while (at < text.length && !marks.includes(text.charAt(at))) at++
  return at
}

/** Reads `root[key][0]`. Attributes are recognised, so that they can be refused for what they are. */
export function readFieldName(text: string): FieldName {
  const rootEnd = firstOf(text, '.[', 0)
  const root = text.slice(0, rootEnd)
  if (root === '')
    return malformed('A field needs a name: `{}` and numbered fields have no inputs to read. Write `{name}`.', causeOf('unnamed-field'))
  if (indexOf(root) !== undefined)
    return malformed(`\`{${root}}\` is a numbered field, and inputs have names only. Write \`{name}\`.`, {
      kind: 'numbered-field',
      values: { field: `{${root}}` },
    })
  const subscripts: Subscript[] = []
  let attribute: string | undefined
  for (let at = rootEnd; at < text.length;) {
    const mark = text.charAt(at)
    if (mark !== '.' && mark !== '[') return malformed(`Only \`[\` may follow \`]\` in \`{${text}}\`.`)
    const end = firstOf(text, mark === '.' ? '.[' : ']', at + 1)
    if (mark === '[' && end === text.length)
      return malformed(`A \`]\` is missing in \`{${text}}\`.`, { kind: 'unclosed', values: { what: '[', missing: ']' } })
    const inner = text.slice(at + 1, end)
    if (inner === '') return malformed(`A name is missing after \`${mark}\` in \`{${text}}\`.`)
    if (mark === '.') attribute ??= inner
    else {
      const index = indexOf(inner)
      if (index !== undefined && index > MAX_INDEX) return malformed(`The index in \`{${text}}\` is too large.`)
      subscripts.push(index === undefined ? { kind: 'key', key: inner } : { kind: 'index', index: Number(index) })
    }
    at = mark === '.' ? end : end + 1
  }
  if (attribute === undefined) return { kind: 'name', root, subscripts, path: text.slice(rootEnd) }
  return {
    kind: 'forbidden',
    message: `\`{${text}}\` reads the attribute \`${attribute}\`, and attributes are not available. For a key of an object write \`{${root}[${attribute}]}\`.`,
    cause: { kind: 'attribute', values: { field: `{${text}}`, instead: `{${root}[${attribute}]}` } },
  }
}
