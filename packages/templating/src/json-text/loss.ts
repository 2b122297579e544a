const QUOTE = 34
const BACKSLASH = 92

export const isNumberStart = (unit: number): boolean => unit === 45 || (unit >= 48 && unit <= 57)

/** Where a number ends that starts at `start`. */
export function numberEnd(text: string, start: number): number {
  let at = start + 1
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Digits, point, signs and the letter of an exponent.
    if (!isNumberStart(unit) && unit !== 46 && unit !== 43 && unit !== 69 && unit !== 101) break
  }
  return at
}

/** Where a string ends (after its closing quote) that starts at `start`. */
export function stringEnd(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

export const isFloatText = (number: string): boolean => number.includes('.') || number.includes('e') || number.includes('E')

/** Whether a plain number would lose what the text says: digits of a long integer, or that a whole number is a float. */
const losesAsNumber = (number: string): boolean =>
  isFloatText(number) ? Number.isInteger(Number(number)) : number.length > 15 && !Number.isSafeInteger(Number(number))

/** Whether `JSON.parse` would lose anything of a JSON text. One pass. */
export function losesAsPlainJson(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) at = stringEnd(text, at) - 1
    else if (isNumberStart(unit)) {
      const end = numberEnd(text, at)
      if (end - at > 1 && losesAsNumber(text.slice(at, end))) return true
      at = end - 1
    }
  }
  return false
}
