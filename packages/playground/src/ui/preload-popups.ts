import { menuParts, popoverParts, tooltipParts } from './late-parts.ts'

const PATIENCE_MS = 2000

function load(): void {
  menuParts.load()
  popoverParts.load()
  tooltipParts.load()
}

/** Fetches the code of popups once the page has nothing better to do, so that the first one opens at once. */
export function preloadPopups(): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, PATIENCE_MS)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(load, { timeout: PATIENCE_MS })
  return () => cancelIdleCallback(handle)
}
