/** Far deeper than data that people make, far above what any stack holds. */
export const MAX_JSON_DEPTH = 500

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
