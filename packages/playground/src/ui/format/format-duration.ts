/** `840ms`, `3.2s`, `1m 4s`, `2h 5m`; a dash where the moment was not reached. *Units*: milliseconds. */
export function formatDuration(durationMs: number | null, locale: string): string {
  if (durationMs === null || !Number.isFinite(durationMs)) return '–'
  const ms = Math.max(0, durationMs)
  if (ms < 999.5) return `${Math.round(ms)}ms`
  if (ms < 59_950) return `${seconds(locale).format(ms / 1000)}s`
  const total = Math.round(ms / 1000)
  const minutes = Math.floor(total / 60)
  if (minutes < 60) return `${minutes}m ${total % 60}s`
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `00:14`, `12:03`, `1:02:03`: a timer that does not jump in width. */
export function formatClock(durationMs: number): string {
  const total = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(total / 3600)
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

const formats = new Map<string, Intl.NumberFormat>()

function seconds(locale: string): Intl.NumberFormat {
  const known = formats.get(locale)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  formats.set(locale, made)
  return made
}
