const SLOTS = 10

/** Counts of two kinds over the last so many milliseconds, forgotten in tenths of that time. */
export class SlidingWindow {
  readonly #slotMs: number
  readonly #all = new Int32Array(SLOTS)
  readonly #marked = new Int32Array(SLOTS)
  #slot = 0

  constructor(windowMs: number) {
    this.#slotMs = windowMs / SLOTS
  }

  /** `marked` are counted apart as well: those of all that matter. */
  add(nowMs: number, all: number, marked: number): void {
    const at = this.#advance(nowMs)
    this.#all[at] = (this.#all[at] ?? 0) + all
    this.#marked[at] = (this.#marked[at] ?? 0) + marked
  }

  sums(nowMs: number): { readonly all: number; readonly marked: number } {
    this.#advance(nowMs)
    return { all: this.#all.reduce(sum, 0), marked: this.#marked.reduce(sum, 0) }
  }

  clear(): void {
    this.#all.fill(0)
    this.#marked.fill(0)
  }

  #advance(nowMs: number): number {
    const slot = Math.floor(nowMs / this.#slotMs)
    const steps = Math.min(SLOTS, slot - this.#slot)
    for (let step = 0; step < steps; step += 1) {
      const at = (slot - step) % SLOTS
      this.#all[at] = 0
      this.#marked[at] = 0
    }
    if (steps > 0) this.#slot = slot
    return this.#slot % SLOTS
  }
}

const sum = (total: number, count: number): number => total + count
