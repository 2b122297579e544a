import { digitsToPlaces, significantDigits } from './exact-digits.ts'
import { exponentText, shortestDigits, type DecimalDigits } from './float-repr.ts'

/** How the digits of a float are laid out. `shortest` is what `repr` does. */
export interface FloatLayout {
  readonly kind: 'e' | 'f' | 'g' | 'shortest'
  readonly precision: number
  /** `#`: keep trailing zeros and the point. */
  readonly alternate: boolean
  /** At least one digit after the point where there is no exponent. */
  readonly dotZero: boolean
}

function digitsFor(value: number, layout: FloatLayout): DecimalDigits {
  if (layout.kind === 'f') return digitsToPlaces(value, layout.precision)
  if (value === 0) return { digits: '', point: 0 }
  if (layout.kind === 'shortest') return shortestDigits(value)
  return significantDigits(value, layout.kind === 'e' ? layout.precision + 1 : Math.max(layout.precision, 1))
}

function usesExponent(point: number, layout: FloatLayout): boolean {
  if (layout.kind === 'f') return false
  if (layout.kind === 'e') return true
  const precision = layout.kind === 'shortest' ? 16 : Math.max(layout.precision, 1)
  return point <= -4 || point > (layout.kind === 'g' && layout.dotZero ? precision - 1 : precision)
}

/** Digits to be shown after the point. */
function shownPlaces(digits: string, point: number, layout: FloatLayout): number {
  if (layout.kind === 'f' || layout.kind === 'e') return layout.precision
  const kept = layout.kind === 'g' && layout.alternate ? Math.max(layout.precision, 1) : digits.length
  return Math.max(kept - point, 0)
}

/** The magnitude of a finite float as text: no sign, no grouping, a lower-case `e`. */
export function layFloatOut(value: number, layout: FloatLayout): string {
  const { digits, point: found } = digitsFor(value, layout)
  const point = digits === '' ? 1 : found
  const exponential = usesExponent(point, layout)
  const shown = exponential ? 1 : point
  const wanted = shownPlaces(digits, shown, layout)
  const places = !exponential && layout.dotZero ? Math.max(wanted, 1) : wanted
  const whole = shown <= 0 ? '0' : digits.slice(0, shown).padEnd(shown, '0')
  const fraction = (shown < 0 ? '0'.repeat(-shown) + digits : digits.slice(Math.max(shown, 0))).padEnd(places, '0')
  const dot = places > 0 || layout.alternate ? '.' : ''
  return `${whole}${dot}${places > 0 ? fraction : ''}${exponential ? `e${exponentText(point - 1)}` : ''}`
}
