const texts = import.meta.glob<string>('../**/*.module.css', { query: '?inline', import: 'default', eager: true })

/** Tokens first, then the kit, then the panels, so that a panel's class wins over the kit's where both are as specific. */
const ORDER = ['./', '../ui/', '../messages/', '../panels/', '../']
const rank = (path: string): number => ORDER.findIndex((start) => path.startsWith(start))

/** All rules of the package, in the order in which they must stand. */
export const styleText = (): string =>
  Object.entries(texts)
    .toSorted(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1))
    .map(([, text]) => text)
    .join('\n')

interface Adopted {
  readonly sheet: CSSStyleSheet
  mounts: number
}

/** Per root node: one sheet for all mounts in it. Keyed weakly, so that a shadow root that goes away takes its entry along. */
const adopted = new WeakMap<Document | ShadowRoot, Adopted>()

/**
 * Puts the rules into the root node that holds an element and gives back how to take them out again; the last mount in a root node
 * removes them. Constructed sheets pass a policy that forbids inline styles, in a document and in a shadow root.
 */
export function adoptStyles(element: Element): () => void {
  const root = element.getRootNode()
  const view = element.ownerDocument.defaultView
  if (view === null || !(root instanceof view.Document || root instanceof view.ShadowRoot)) return () => undefined
  let entry = adopted.get(root)
  if (entry === undefined) {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(styleText())
    entry = { sheet, mounts: 0 }
    adopted.set(root, entry)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  const held = entry
  held.mounts += 1
  return () => {
    held.mounts -= 1
    if (held.mounts > 0) return
    adopted.delete(root)
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== held.sheet)
  }
}
