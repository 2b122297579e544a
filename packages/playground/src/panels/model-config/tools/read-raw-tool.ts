import type { Tool } from '@vitrine/contracts'
import { isObject, textMember } from '../../../exchange/data/json-object.ts'
import { readJson } from '../response-format/read-json.ts'

/** A tool of any type out of its JSON; null where it is none. */
export function readRawTool(text: string): Tool | null {
  const reading = readJson(text)
  if (!reading.ok || !isObject(reading.value)) return null
  const type = textMember(reading.value, 'type')
  return type === undefined || type === '' ? null : { ...reading.value, type }
}
