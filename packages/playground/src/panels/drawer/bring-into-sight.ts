/** As many frames as a list takes to measure what it had only guessed. */
const PATIENCE = 30
const STILL = 3

/** Scrolls to an element of a list whose items find their places as they are drawn, until it stays where it is. */
export function bringIntoSight(element: HTMLElement): void {
  let [frames, still, last] = [0, 0, Number.NaN]
  const look = () => {
    element.scrollIntoView({ block: 'nearest' })
    const { top } = element.getBoundingClientRect()
    still = Math.abs(top - last) < 1 ? still + 1 : 0
    last = top
    frames += 1
    if (still < STILL && frames < PATIENCE && element.isConnected) requestAnimationFrame(look)
  }
  look()
}
