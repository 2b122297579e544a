/** By how much a key goes on among versions; null where it is another key. */
export function versionStep(event: { readonly key: string; readonly metaKey: boolean; readonly defaultPrevented: boolean }): 1 | -1 | null {
  if (event.metaKey || event.defaultPrevented) return null
  if (event.key === '[') return -1
  return event.key === ']' ? 1 : null
}
