import { menuParts, popoverParts, tooltipParts } from './late-parts.ts'
import { whenIdle } from './when-idle.ts'

/** Fetches the code of popups once the page has nothing better to do, so that the first one opens at once. */
export const preloadPopups = (): (() => void) =>
  whenIdle(() => {
    menuParts.load()
    popoverParts.load()
    tooltipParts.load()
  })
