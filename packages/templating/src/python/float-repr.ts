/** Decimal digits without leading or trailing zeros, and where the point stands: the value is `0.DIGITS × 10^point`. */
export interface DecimalDigits {
  readonly digits: string
  readonly point: number
}

/** The shortest digits that read back as the same double; JavaScript and Python agree on these. The sign is dropped. */
export function shortestDigits(value: number): DecimalDigits {
  const text = Math.abs(value).toExponential()
  const at = text.indexOf('e')
  return { digits: text.slice(0, at).replace('.', ''), point: Number(text.slice(at + 1)) + 1 }
}

export const exponentText = (exponent: number): string => `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`

/** Python's `repr` of a float: exponent form below 1e-4 and from 1e16 on, otherwise at least one digit after the point. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  if (!Number.isFinite(value)) return `${sign}inf`
  if (value === 0) return `${sign}0.0`
  const { digits, point } = shortestDigits(value)
  if (point > 16 || point < -3) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
    return `${sign}${digits.slice(0, 1)}${fraction}e${exponentText(point - 1)}`
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (digits.length <= point) return `${sign}${digits.padEnd(point, '0')}.0`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
