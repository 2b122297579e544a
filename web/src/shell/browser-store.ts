/** What a browser keeps by name: `localStorage`, where it may be used. */
type Kept = Pick<Storage, 'getItem' | 'setItem'>

export interface BrowserStore {
  /** What was kept under a name; null where there is nothing, or nothing that can be read. */
  load(name: string): unknown
  save(name: string, value: unknown): void
}

const PREFIX = 'vitrine.'

/**
 * Keeps small things in the browser: how a person likes the page, and nothing of the work. A browser may refuse to keep anything, even to
 * be asked (blocked cookies, a full store); what cannot be kept lasts as long as the page.
 */
export function createBrowserStore(storage: () => Kept): BrowserStore {
  const held = new Map<string, string>()
  return {
    load(name) {
      try {
        const text = held.get(name) ?? storage().getItem(PREFIX + name)
        return text === null ? null : JSON.parse(text)
      } catch {
        return null
      }
    },
    save(name, value) {
      const text = JSON.stringify(value)
      held.set(name, text)
      try {
        storage().setItem(PREFIX + name, text)
      } catch {
        // It lasts as long as the page.
      }
    },
  }
}
