const START = '<script type="application/json" id="vitrine-snapshot">'
const END = '</script>'
/** It stands in the head of a report, behind its styles. */
const SEARCHED = 262_144

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** A value as a block of data inside a page: no browser runs it, and nothing in it can end it. */
export const embeddedJson = (value: unknown): string =>
  START + JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (letter) => ESCAPES[letter] ?? letter) + END

/** The JSON in a page that was made here; null where there is none. The page is searched as text: nothing in it comes to life. */
export function embeddedIn(html: string): string | null {
  const start = html.slice(0, SEARCHED).indexOf(START)
  const end = start < 0 ? -1 : html.indexOf(END, start)
  return end < 0 ? null : html.slice(start + START.length, end)
}
