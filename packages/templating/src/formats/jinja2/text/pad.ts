import { padText } from '../../../python/pad.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { codePointLength } from '../values/code-points.ts'

export type Alignment = 'left' | 'right' | 'center'

/** Text in a field of `width` characters; the odd space of a centred text goes where Python puts it. */
export function align(run: Run, text: string, width: number, alignment: Alignment, fill = ' '): string {
  if (codePointLength(fill) !== 1) throw refusal('The fill must be exactly one character.')
  run.text(Math.max(text.length, width))
  if (alignment !== 'center') return padText(text, fill, alignment === 'left' ? '<' : '>', width)
  const missing = width - codePointLength(text)
  if (missing <= 0) return text
  const left = Math.floor(missing / 2) + (missing & width & 1)
  return fill.repeat(left) + text + fill.repeat(missing - left)
}

/** Zeros between the sign and the digits. */
export function fillZeros(run: Run, text: string, width: number): string {
  run.text(Math.max(text.length, width))
  const sign = text.startsWith('+') || text.startsWith('-') ? text.slice(0, 1) : ''
  return sign + padText(text.slice(sign.length), '0', '>', width - sign.length)
}

/** Tabs as spaces up to the next multiple of `size`; a line break starts anew. */
export function expandTabs(run: Run, text: string, size: number): string {
  run.text(text.length + (text.split('\t').length - 1) * Math.max(0, size))
  let out = ''
  let column = 0
  for (const character of text) {
    if (character !== '\t') {
      out += character
      column = character === '\n' || character === '\r' ? 0 : column + 1
    } else if (size > 0) {
      const missing = size - (column % size)
      out += ' '.repeat(missing)
      column += missing
    }
  }
  return out
}
