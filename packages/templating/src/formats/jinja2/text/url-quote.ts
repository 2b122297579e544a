import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'

/** Text for a URL: UTF-8, everything but letters, digits and `_.-~` escaped; in a query `/` too, and a space is `+`. */
export function quoteUrl(run: Run, text: string, isQuery: boolean): string {
  run.text(text.length)
  if (!text.isWellFormed()) throw refusal('Half a surrogate pair cannot be written in a URL; remove it.')
  const quoted = encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  run.text(quoted.length)
  return isQuery ? quoted.replaceAll('%20', '+') : quoted.replaceAll('%2F', '/')
}
