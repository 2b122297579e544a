import { createContext, use } from 'react'

/** Where popups are drawn: the mount's own overlay element, inside the same root node, so that they find styles and tokens. */
export const PortalContainer = createContext<HTMLElement | null>(null)

/**
 * The element that every popup renders into. Null before the mount's first layout: Base UI then draws nothing yet, rather than into
 * the document's body, where the styles of a shadow root do not reach.
 */
export const usePortalContainer = (): HTMLElement | null => use(PortalContainer)
