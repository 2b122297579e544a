/** From an edge inwards, CSS pixels. */
const ZONE = 48
/** CSS pixels a second, at the edge itself. */
const SPEED = 900
const MOST = 20_000

/**
 * How fast a list goes on under what is carried along an axis of it: negative towards its start, 0 away from the edges. The nearer to the
 * edge the faster, and twice as fast with every second there, so that the end of ten thousand rows can be reached.
 *
 * *Units*: CSS pixels a second; `from` and `to` are the edges and `at` is the pointer, in the same pixels.
 */
export function edgeSpeed(at: number, from: number, to: number, heldMs: number): number {
  const zone = Math.min(ZONE, (to - from) / 4)
  const depth = at < from + zone ? (at - from) / zone - 1 : at > to - zone ? 1 - (to - at) / zone : 0
  const speed = Math.min(MOST, SPEED * 2 ** (Math.max(0, heldMs) / 1000))
  return Math.max(-1, Math.min(1, depth)) * speed
}
