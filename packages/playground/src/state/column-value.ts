import type { TemplateValue } from '@vitrine/templating'
import type { ColumnType } from './column-setting.ts'

/** Why the text of a cell is not sent as what its column holds. `too-precise`: reading it would round a number in it. */
export type ValueFault = 'not-a-number' | 'not-json' | 'too-precise'

export type TypedValue =
  | { readonly ok: true; readonly value: TemplateValue }
  /** It goes as the text that it is. */
  | { readonly ok: false; readonly fault: ValueFault }

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
/** More digits than a number of JSON keeps in every reader. */
const TOO_LONG_NUMBER = /\d{16}/

/** The digits alone, so that a long number in quotes is a text like any other. */
const outsideStrings = (json: string): string => json.replace(/"(?:[^"\\]|\\.)*"/gs, '""')

function numberIn(text: string): TypedValue {
  const written = text.trim()
  if (!NUMBER.test(written) || !Number.isFinite(Number(written))) return { ok: false, fault: 'not-a-number' }
  return TOO_LONG_NUMBER.test(written.replace('.', '')) ? { ok: false, fault: 'too-precise' } : { ok: true, value: Number(written) }
}

function jsonIn(text: string): TypedValue {
  let value: TemplateValue
  try {
    value = JSON.parse(text) as TemplateValue
  } catch {
    return { ok: false, fault: 'not-json' }
  }
  return TOO_LONG_NUMBER.test(outsideStrings(text)) ? { ok: false, fault: 'too-precise' } : { ok: true, value }
}

/** What the text of a cell is in a column of that type. A picture or a file is a text until it becomes a part of a message. */
export function typedValue(type: ColumnType, text: string): TypedValue {
  if (type === 'number') return numberIn(text)
  return type === 'json' ? jsonIn(text) : { ok: true, value: text }
}

/** What is sent of it. */
export function sentValue(type: ColumnType, text: string): TemplateValue {
  const read = typedValue(type, text)
  return read.ok ? read.value : text
}
