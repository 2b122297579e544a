import { limitError } from '../../template-limits.ts'
import type { CharacterTest } from './character-class.ts'
import type { Pattern } from './parse.ts'

/** One state: a character leads to `next`, or (without a test) nothing does, to every state of `free`. */
interface State {
  readonly test?: CharacterTest
  readonly next: number
  readonly free: readonly number[]
}

/** A nondeterministic automaton: running it takes states × characters, whatever the pattern. State 0 accepts. */
export interface Automaton {
  readonly states: readonly State[]
  readonly start: number
}

const MAX_STATES = 2000

class Builder {
  readonly states: State[] = [{ next: 0, free: [] }]

  private add(state: State): number {
    if (this.states.length >= MAX_STATES) throw limitError(`A regular expression needs more than ${MAX_STATES} states.`)
    return this.states.push(state) - 1
  }

  /** Builds from the end: the state from which the pattern leads to `next`. */
  build(pattern: Pattern, next: number): number {
    if (pattern.kind === 'one') return this.add({ test: pattern.test, next, free: [] })
    if (pattern.kind === 'sequence') return pattern.parts.reduceRight((after, part) => this.build(part, after), next)
    if (pattern.kind === 'choice') return this.add({ next, free: pattern.parts.map((part) => this.build(part, next)) })
    return this.repeat(pattern.inner, pattern.min, pattern.max, next)
  }

  private repeat(inner: Pattern, min: number, max: number | undefined, next: number): number {
    let entry = max === undefined ? this.loop(inner, next) : next
    for (let count = min; count < (max ?? min); count++) entry = this.add({ next, free: [this.build(inner, entry), next] })
    for (let count = 0; count < min; count++) {
      entry = this.build(inner, entry)
      // An inner pattern without states would never meet the limit, however often it is repeated.
      if (count >= MAX_STATES) throw limitError(`A regular expression repeats more than ${MAX_STATES} times.`)
    }
    return entry
  }

  private loop(inner: Pattern, next: number): number {
    const free: number[] = [next]
    const entry = this.add({ next, free })
    free.push(this.build(inner, entry))
    return entry
  }
}

/** @throws TemplateError `template_limit` where the pattern needs more than 2,000 states */
export function toAutomaton(pattern: Pattern): Automaton {
  const builder = new Builder()
  const start = builder.build(pattern, 0)
  return { states: builder.states, start }
}
