import type { Run } from '../run.ts'

/** Collects text: the output, or what a macro or a block set captures. */
export class Sink {
  text = ''
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
  }

  add(text: string): void {
    this.text += text
    if (this.text.length > this.#run.maxLength) this.#run.outputTooLong()
  }
}
