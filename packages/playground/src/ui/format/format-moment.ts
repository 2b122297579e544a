/** A point in time for people: without its day where that is today. *Units*: milliseconds since 1970. */
export function formatMoment(atMs: number, nowMs: number, locale: string): string {
  const day = (ms: number) => new Date(ms).toDateString()
  const isToday = day(atMs) === day(nowMs)
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) }).format(new Date(atMs))
}
