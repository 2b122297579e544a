import { digitsToPlaces, divideRounded } from '../../../python/exact-digits.ts'
import { toInt } from '../../../python/number.ts'

/** No float has digits beyond these powers of ten. */
const MAX_PLACES = 330

/** Python's `round(int, places)`: only negative places change anything; ties go to the even number. */
export function roundInteger(value: number | bigint, places: number): number | bigint {
  const integer = BigInt(value)
  if (places >= 0) return toInt(integer)
  if (-places > integer.toString().length) return 0
  const scale = 10n ** BigInt(-places)
  const magnitude = divideRounded(integer < 0n ? -integer : integer, scale) * scale
  return toInt(integer < 0n ? -magnitude : magnitude)
}

/** Python's `round(float, places)`: exact on the float's own digits, ties to the even digit. */
export function roundFloat(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0 || places > MAX_PLACES) return value
  if (places < -MAX_PLACES) return value < 0 ? -0 : 0
  if (places < 0) return roundToPower(value, -places)
  const { digits, point } = digitsToPlaces(value, places)
  const magnitude = digits === '' ? 0 : Number(`0.${digits}e${point}`)
  return value < 0 ? -magnitude : magnitude
}

function roundToPower(value: number, power: number): number {
  const scale = 10n ** BigInt(power)
  const whole = BigInt(Math.trunc(Math.abs(value)))
  // A fraction breaks a tie upwards, so it counts as one more than the whole number doubled.
  const doubled = whole * 2n + (Number.isInteger(value) ? 0n : 1n)
  const magnitude = Number(divideRounded(doubled, scale * 2n) * scale)
  return value < 0 ? -magnitude : magnitude
}
