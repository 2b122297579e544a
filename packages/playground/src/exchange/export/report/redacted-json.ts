import { isSecretName, withoutSecretText } from '../../data/drop-secrets.ts'
import { isList, isObject } from '../../data/json-object.ts'

/** A text of more characters is data of an attachment, not something to read. */
const LONGEST = 20_000
const SHOWN = 80

const MASK = '***'

function readable(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, SHOWN)}… (${text.length})` : text
  return withoutSecretText(shown)
}

function redacted(value: unknown): unknown {
  if (typeof value === 'string') return readable(value)
  if (isList(value)) return value.map(redacted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, isSecretName(name) && typeof held === 'string' ? MASK : redacted(held)]),
  )
}

/** A text as the value that it is JSON of; itself where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A request as text to read: what looks like a key is masked, and data of attachments is cut. */
export const redactedJson = (value: unknown): string =>
  JSON.stringify(
    redacted(isObject(value) && typeof value['body'] === 'string' ? { ...value, body: parsed(value['body']) } : value),
    null,
    2,
  ) ?? ''
