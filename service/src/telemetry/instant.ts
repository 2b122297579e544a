let knownSecond = Number.NaN
let knownText = ''

/** ISO 8601 in UTC. The times of one answer lie in one or two seconds, so the text of a second is worked out once. */
export function instant(epochMs: number): string {
  const whole = Math.floor(epochMs)
  const second = Math.floor(whole / 1000)
  if (second !== knownSecond) {
    knownSecond = second
    knownText = new Date(second * 1000).toISOString().slice(0, 20)
  }
  return `${knownText}${String(whole - second * 1000).padStart(3, '0')}Z`
}
