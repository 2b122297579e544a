import { edgeSpeed } from './edge-speed.ts'
import type { Load, Point } from './load.ts'

/** What is dragged: a kind of ours, so that a drop from elsewhere means nothing here. */
const DRAGGED = 'application/x-vitrine-moving'

/** Where what is carried would come to lie, in the scrolled area, CSS pixels. */
export interface Line {
  readonly axis: Load['axis']
  readonly at: number
  /** Where the part in sight begins along the other axis. */
  readonly from: number
  readonly length: number
}

export interface Carrying {
  /** What is taken up with an element; null where that is nothing of ours. */
  readonly pick: (target: Element) => Load | null
  /** What goes with the pointer. */
  readonly imageOf: (load: Load) => Element | null
  readonly showLine: (line: Line | null) => void
}

const FRAME_MS = 16

/** Lets rows and columns be dragged over a grid, which goes on under them near its edges. Answers what lets go of it again. */
export function carryOver(grid: HTMLElement, { pick, imageOf, showLine }: Carrying): () => void {
  let load: Load | null = null
  let pointer: Point | null = null
  let gap: number | null = null
  let frame: number | null = null
  let shownAtMs: number | null = null
  let atEdgeSinceMs: number | null = null
  /** Ends what is heard of the page while something is carried. */
  let leaving = new AbortController()

  const look = () => {
    const landing = load === null || pointer === null ? null : load.landing(pointer)
    gap = landing?.gap ?? null
    const { top, left } = grid.getBoundingClientRect()
    const y = top + grid.clientTop - grid.scrollTop
    const x = left + grid.clientLeft - grid.scrollLeft
    if (load === null || landing === null) showLine(null)
    else if (load.axis === 'block') showLine({ axis: 'block', at: landing.at - y, from: grid.scrollLeft, length: grid.clientWidth })
    else showLine({ axis: 'inline', at: landing.at - x, from: grid.scrollTop, length: grid.clientHeight })
  }
  /** Where things are carried over. */
  const area = () => {
    const { top, left, bottom, right } = grid.getBoundingClientRect()
    // The head stays above the rows.
    const head = load?.axis === 'block' ? (grid.querySelector('[role="row"]')?.getBoundingClientRect().height ?? 0) : 0
    return { top: top + head, left, bottom, right }
  }
  const speedNow = (nowMs: number): number => {
    if (load === null || pointer === null) return 0
    const heldMs = nowMs - (atEdgeSinceMs ?? nowMs)
    const { top, left, bottom, right } = area()
    return load.axis === 'inline' ? edgeSpeed(pointer.x, left, right, heldMs) : edgeSpeed(pointer.y, top, bottom, heldMs)
  }
  const goOn = (nowMs: number) => {
    const speed = speedNow(nowMs)
    frame = speed === 0 ? null : requestAnimationFrame(goOn)
    const by = (speed * Math.min(50, nowMs - (shownAtMs ?? nowMs - FRAME_MS))) / 1000
    atEdgeSinceMs = speed === 0 ? null : (atEdgeSinceMs ?? nowMs)
    shownAtMs = speed === 0 ? null : nowMs
    if (speed === 0) return
    grid.scrollBy(load?.axis === 'inline' ? { left: by } : { top: by })
    look()
  }
  const end = () => {
    leaving.abort()
    load = null
    pointer = null
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    shownAtMs = null
    atEdgeSinceMs = null
    look()
  }
  /** Beyond the ends of the grid it is at its edge; beside the grid it is nowhere. Answers whether it is somewhere. */
  const follow = (event: DragEvent): boolean => {
    const { clientX: x, clientY: y } = event
    const { top, left, bottom, right } = area()
    const isBeside = load?.axis === 'block' ? x < left || x > right : y < top || y > bottom
    const isOurs = load !== null && event.dataTransfer?.types.includes(DRAGGED) === true
    pointer = isOurs && !isBeside ? { x: Math.max(left, Math.min(right, x)), y: Math.max(top, Math.min(bottom, y)) } : null
    look()
    if (pointer !== null) event.preventDefault()
    return pointer !== null
  }

  const onOver = (event: DragEvent) => {
    if (!follow(event)) return
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move'
    frame ??= requestAnimationFrame(goOn)
  }
  const onLeave = ({ relatedTarget }: DragEvent) => {
    if (relatedTarget !== null) return
    pointer = null
    look()
  }
  const onDrop = (event: DragEvent) => {
    follow(event)
    const [dropped, into] = [load, gap]
    end()
    if (into !== null) dropped?.put(into)
  }
  const onStart = (event: DragEvent) => {
    const { target, dataTransfer } = event
    const taken = target instanceof Element ? pick(target) : null
    if (taken === null || dataTransfer === null) return
    end()
    load = taken
    dataTransfer.setData(DRAGGED, String(taken.label))
    dataTransfer.effectAllowed = 'move'
    const image = imageOf(taken)
    if (image !== null) dataTransfer.setDragImage(image, 0, 0)
    leaving = new AbortController()
    const { signal } = leaving
    const page = grid.ownerDocument
    page.addEventListener('dragover', onOver, { signal })
    page.addEventListener('dragleave', onLeave, { signal })
    page.addEventListener('drop', onDrop, { signal })
    // Comes after a drop, and after Escape without one.
    page.addEventListener('dragend', end, { signal })
  }
  grid.addEventListener('dragstart', onStart)
  return () => {
    end()
    grid.removeEventListener('dragstart', onStart)
  }
}
