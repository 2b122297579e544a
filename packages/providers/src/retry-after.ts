/**
 * How long a provider asks to wait, in milliseconds; null where it says nothing that can be read.
 *
 * *Shape*: `retry-after-ms` and `x-ms-retry-after-ms` in milliseconds before `retry-after` in seconds or as an HTTP date. A date is held
 * against the answer's own `date`, so that no clock of ours is needed.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>): number | null {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const ms = numberOf(headers[name])
    if (ms !== null) return ms
  }
  const asked = headers['retry-after']
  if (asked === undefined) return null
  const seconds = numberOf(asked)
  if (seconds !== null) return seconds * 1000
  const until = asked.endsWith('GMT') ? Date.parse(asked) : Number.NaN
  const now = Date.parse(headers['date'] ?? '')
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, until - now)
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return null
  return Number(text)
}
