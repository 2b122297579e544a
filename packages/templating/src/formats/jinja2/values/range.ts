import { PyObject, type Value } from './value.ts'

/** `range(start, stop, step)`: counted, never stored. */
export class Range extends PyObject {
  readonly typeName = 'range'
  readonly start: number
  readonly stop: number
  readonly step: number

  constructor(start: number, stop: number, step: number) {
    super()
    this.start = start
    this.stop = stop
    this.step = step
  }

  override get length(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step))
  }

  /** The number at an index from 0. */
  at(index: number): number {
    return this.start + index * this.step
  }

  override repr(): string {
    const step = this.step === 1 ? '' : `, ${this.step}`
    return `range(${this.start}, ${this.stop}${step})`
  }

  override attribute(name: string): Value | undefined {
    if (name === 'start') return this.start
    if (name === 'stop') return this.stop
    return name === 'step' ? this.step : undefined
  }

  override *iterate(): Generator<Value, void> {
    const { length } = this
    for (let index = 0; index < length; index++) yield this.at(index)
  }
}
