/** Far deeper than data that people make, far above what any stack holds. */
export const MAX_JSON_DEPTH = 500

/** Whether a JSON text has more than `limit` values, by the marks between them. One pass; nothing is built. */
export function hasMoreValues(text: string, limit: number): boolean {
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34) {
      for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++
    } else if ((unit === 44 || unit === 91 || unit === 123) && ++values > limit) return true
  }
  return false
}

/** Whether a JSON text is nested deeper than `limit`. One pass, without calls of its own. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34) {
      for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++
    } else if (unit === 91 || unit === 123) {
      if (++depth > limit) return true
    } else if (unit === 93 || unit === 125) depth--
  }
  return false
}
