import { type Say, useText } from '../../../messages/use-text.ts'
import { Finding } from '../../../ui/finding.tsx'
import type { JsonMark } from '../response-format/create-json-editor.ts'
import { jsonFaultText } from '../response-format/fault-text.ts'
import { type JsonReading, placeAt } from '../response-format/read-json.ts'

/** What an editor underlines of a text that is no JSON. */
export const jsonMarks = (reading: JsonReading, say: Say<'modelConfig'>): readonly JsonMark[] =>
  reading.ok ? [] : [{ offset: reading.offset, severity: 'error', message: jsonFaultText(reading.fault, say) }]

/** Why a text is no JSON, and where. */
export function JsonFinding({ text, reading }: { readonly text: string; readonly reading: JsonReading }) {
  const say = useText('modelConfig')
  if (reading.ok) return null
  return <Finding>{say('placed', { ...placeAt(text, reading.offset), message: jsonFaultText(reading.fault, say) })}</Finding>
}
