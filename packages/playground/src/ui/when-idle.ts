const PATIENCE_MS = 2000

/** Does something once the page has nothing better to do, and not at all where what it answers is called before. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, PATIENCE_MS)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: PATIENCE_MS })
  return () => cancelIdleCallback(handle)
}
