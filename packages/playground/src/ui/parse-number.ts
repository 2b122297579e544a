export type ParsedNumber = { readonly ok: true; readonly value: number | null } | { readonly ok: false }

/** Arabic and Persian keyboards type digits of their own; their last four bits are the digit. */
const inLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace('\u066b', '.')

/** A number as people type it: blank is null; spaces group; a comma is a decimal mark where there is no point. */
export function parseNumber(text: string): ParsedNumber {
  const bare = inLatinDigits(text.replace(/[\s_\u00a0\u202f]/g, ''))
  if (bare === '') return { ok: true, value: null }
  const pointed = bare.includes('.') ? bare : bare.replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(pointed)) return { ok: false }
  const value = Number(pointed)
  return Number.isFinite(value) ? { ok: true, value } : { ok: false }
}

export interface NumberBounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
}

/** The next value by arrow key: on the grid of steps, inside the bounds, without the dust of binary fractions. */
export function stepNumber(from: number, direction: 1 | -1, bounds: NumberBounds): number {
  const step = bounds.step ?? 1
  const decimals = Math.min(10, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
  const next = Number((from + direction * step).toFixed(decimals))
  return Math.min(bounds.max ?? Infinity, Math.max(bounds.min ?? -Infinity, next))
}

export const isInside = (value: number, bounds: NumberBounds): boolean =>
  value >= (bounds.min ?? -Infinity) && value <= (bounds.max ?? Infinity)
