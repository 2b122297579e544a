/** Rules in a root node. */
export interface AdoptedStyles {
  /** Resolved once the rules are in force. */
  readonly arrival: Promise<void>
  /** The last mount in a root node takes the rules out again. */
  readonly release: () => void
}

interface Adopted {
  readonly sheet: CSSStyleSheet
  readonly arrival: Promise<void>
  mounts: number
}

/** Per root node: one sheet for all mounts in it. Keyed weakly, so that a shadow root that goes away takes its entry along. */
const adopted = new WeakMap<Document | ShadowRoot, Adopted>()

const THERE: AdoptedStyles = { arrival: Promise.resolve(), release: () => undefined }

/** Whether the rules are there already: a page's bundler links them as it does every style sheet. */
const isStyled = (element: Element, view: Window): boolean => view.getComputedStyle(element).containerName === 'vitrine'

async function fill(sheet: CSSStyleSheet): Promise<void> {
  const { styleText } = await import('./style-text.ts')
  sheet.replaceSync(styleText())
}

/**
 * Puts the rules into the root node that holds an element, where they are not there yet. Constructed sheets pass a policy that forbids
 * inline styles, in a document and in a shadow root. Their text is fetched: a page that links the rules does not carry them twice.
 */
export function adoptStyles(element: Element): AdoptedStyles {
  const root = element.getRootNode()
  const view = element.ownerDocument.defaultView
  if (view === null || !(root instanceof view.Document || root instanceof view.ShadowRoot)) return THERE
  let entry = adopted.get(root)
  if (entry === undefined) {
    if (isStyled(element, view)) return THERE
    const sheet = new view.CSSStyleSheet()
    entry = { sheet, arrival: fill(sheet), mounts: 0 }
    adopted.set(root, entry)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  const held = entry
  held.mounts += 1
  return {
    arrival: held.arrival,
    release: () => {
      held.mounts -= 1
      if (held.mounts > 0) return
      adopted.delete(root)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== held.sheet)
    },
  }
}
