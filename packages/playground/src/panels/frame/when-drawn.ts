/** Panels and editors may still be loading: a few frames are given, then nothing happens. */
export function whenDrawn(root: HTMLElement | null, selector: string, then: (element: HTMLElement) => void, frames = 60): void {
  requestAnimationFrame(() => {
    const element = root?.querySelector<HTMLElement>(selector)
    if (element) then(element)
    else if (frames > 0) whenDrawn(root, selector, then, frames - 1)
  })
}
