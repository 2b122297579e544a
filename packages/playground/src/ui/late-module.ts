import { useSyncExternalStore } from 'react'

/** Code that is fetched when it is first reached for. */
export interface LateModule<Module> {
  /** Begins to fetch; a fetch that failed is tried again by the next call. */
  readonly load: () => void
  /** The same; says whether it came. */
  readonly fetched: () => Promise<boolean>
  /** The module once it is there. Renders what uses it without a fallback in between, which `lazy` would show for a third of a second. */
  readonly use: () => Module | null
}

/** What is kept here is code and the same for all mounts. */
export function lateModule<Module>(fetchModule: () => Promise<Module>): LateModule<Module> {
  let held: Module | null = null
  let fetching: Promise<boolean> | null = null
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const read = () => held
  async function fetchInto(): Promise<boolean> {
    try {
      held = await fetchModule()
      for (const listener of listeners) listener()
    } catch {
      fetching = null
    }
    return held !== null
  }
  const fetched = (): Promise<boolean> => (fetching ??= fetchInto())
  return {
    load: () => void fetched(),
    fetched,
    use: () => useSyncExternalStore(subscribe, read, read),
  }
}
