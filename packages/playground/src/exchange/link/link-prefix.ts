/** What the fragment of a link begins with. */
export const LINK_PREFIX = '#vitrine='

/** Whether the fragment of an address is a link of ours. A host takes it out of the address bar before it does anything else. */
export const isLink = (fragment: string): boolean => fragment.startsWith(LINK_PREFIX)
