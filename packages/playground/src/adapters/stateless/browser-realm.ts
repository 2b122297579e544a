import type { Realm } from '../../execution/realm.ts'

/** A page that is not painted gets no frames; its rows go on all the same. Milliseconds. */
const FRAME_AT_LATEST_MS = 250

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function onFrame(work: () => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const once = () => {
    cancel()
    work()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, FRAME_AT_LATEST_MS)
  return cancel
}

/** The page this runs in: the one place where clock, randomness, frames and network are taken from the globals. */
export function createBrowserRealm(): Realm {
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))
  return {
    clock: () => performance.now(),
    // Not `randomUUID`: a page that is served without TLS does not have it.
    ids: () => hex(randomBytes(12)),
    randomBytes,
    setTimer(work, ms) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    onFrame,
    isOnline: () => navigator.onLine,
    onOnline(listener) {
      addEventListener('online', listener)
      return () => removeEventListener('online', listener)
    },
    fetch: (input, init) => fetch(input, init),
    baseUrl: location.href,
    report: (error) => reportError(error),
  }
}
