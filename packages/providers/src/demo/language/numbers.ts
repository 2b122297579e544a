/** A number as a text writes it. */
export interface NumberAt {
  readonly text: string
  readonly value: number
  readonly at: number
}

const WRITTEN = /(?<![\p{L}\p{N}.,])[-−]?\p{Nd}+(?:[.,'’  ]\p{Nd}{3})*(?:[.,]\p{Nd}+)?(?!\p{N})/gu

/** Digits of every script are digits; each script's ten stand in a row, beginning at a multiple that the zero gives. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let code = digit.codePointAt(0) ?? 0
    if (code < 128) return digit
    const own = code
    while (/\p{Nd}/u.test(String.fromCodePoint(code - 1)) && own - code < 9) code--
    return String(own - code)
  })
}

/** Reads `1,234.50`, `1.234,50`, `1 234`, `12,5`: the last mark before other than three digits is the decimal one. Null for what is no number. */
export function readNumber(text: string): number | null {
  const plain = asciiDigits(text)
    .replace('−', '-')
    .replace(/[\s  '’]/gu, '')
  const mark = /[.,](?=\d*$)/u.exec(plain)
  if (mark === null) return /^-?\d+$/u.test(plain) ? Number(plain) : null
  const tail = plain.slice(mark.index + 1)
  const head = plain.slice(0, mark.index)
  const isThousands =
    tail.length === 3 &&
    /^-?[1-9]\d{0,2}(?:[.,]\d{3})*$/u.test(head) &&
    !head.includes(mark[0] === ',' ? '.' : ',') &&
    (mark[0] === ',' || head.includes('.'))
  const value = Number(isThousands ? `${head}${tail}`.replace(/[.,]/gu, '') : `${head.replace(/[.,]/gu, '')}.${tail}`)
  return Number.isFinite(value) ? value : null
}

/** The numbers of a text in order. */
export function numbersIn(text: string): readonly NumberAt[] {
  return Array.from(text.matchAll(WRITTEN), (match) => ({ text: match[0], value: readNumber(match[0]), at: match.index })).filter(
    (found): found is NumberAt => found.value !== null,
  )
}
