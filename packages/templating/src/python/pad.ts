import type { Align, FormatSpec } from './format-spec-parse.ts'

/** A number split as it is padded: zeros and grouping apply to `digits` alone. */
export interface NumberText {
  readonly sign: string
  readonly prefix: string
  readonly digits: string
  /** From the point or the exponent on; `inf` and `nan` are all remainder. */
  readonly rest: string
}

/** Counts code points up to `limit`, so that a short width does not cost a walk through a long text. */
function lengthUpTo(text: string, limit: number): number {
  let length = 0
  for (const _ of text) if (++length >= limit) break
  return length
}

/** Text aligned in its width; a width counts code points. */
export function padText(text: string, fill: string, align: Align, width: number): string {
  const missing = width - lengthUpTo(text, width)
  if (missing <= 0) return text
  if (align === '<') return text + fill.repeat(missing)
  if (align === '^') return fill.repeat(Math.floor(missing / 2)) + text + fill.repeat(Math.ceil(missing / 2))
  return fill.repeat(missing) + text
}

/** Digits in groups, led by zeros until they are at least `minimum` wide; a separator never leads. */
function groupDigits(digits: string, separator: string, size: number, minimum: number): string {
  const groups: string[] = []
  let end = digits.length
  let wanted = minimum
  for (;;) {
    const length = Math.min(size, Math.max(end, wanted, 1))
    groups.push(digits.slice(Math.max(end - length, 0), Math.max(end, 0)).padStart(length, '0'))
    end -= length
    wanted -= length
    if (end <= 0 && wanted <= 0) break
    wanted -= separator.length
  }
  return groups.toReversed().join(separator)
}

/** A number with its grouping, zeros and padding. */
export function padNumber(parts: NumberText, spec: FormatSpec): string {
  const align = spec.align ?? (spec.zeroPadded ? '=' : '>')
  const { sign, prefix, digits, rest } = parts
  const minimum = spec.fill === '0' && align === '=' ? spec.width - sign.length - prefix.length - rest.length : 0
  const size = 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3
  const grouped = spec.grouping === '' || digits === '' ? digits.padStart(minimum, '0') : groupDigits(digits, spec.grouping, size, minimum)
  const body = prefix + grouped + rest
  if (align !== '=') return padText(sign + body, spec.fill, align, spec.width)
  return sign + prefix + padText(grouped + rest, spec.fill, '>', spec.width - sign.length - prefix.length)
}
