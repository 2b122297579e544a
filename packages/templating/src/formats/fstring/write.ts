import { readFieldName } from './field-name.ts'

const MARKS = /[.[\]:!{}]/

/** `{name}`; undefined for names with a mark of the format, and for empty or numeric ones. */
export const fstringPlaceholder = (name: string): string | undefined =>
  !MARKS.test(name) && readFieldName(name).kind === 'name' ? `{${name}}` : undefined

/** `{name[key][0]}`; undefined where a segment cannot be written. */
export function fstringPath(segments: readonly string[]): string | undefined {
  const [root = '', ...rest] = segments
  const writable = fstringPlaceholder(root) !== undefined && rest.every((segment) => segment !== '' && !segment.includes(']'))
  return writable ? `{${root}${rest.map((segment) => `[${segment}]`).join('')}}` : undefined
}

export const escapeFstring = (text: string): string => text.replaceAll('{', '{{').replaceAll('}', '}}')
