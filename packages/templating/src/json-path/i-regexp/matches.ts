import type { Automaton } from './automaton.ts'

/** The states that are alive between two characters, each once. */
class StateSet {
  readonly list: number[] = []
  private readonly marks: Uint8Array

  constructor(size: number) {
    this.marks = new Uint8Array(size)
  }

  /** Adds a state and everything it leads to without a character. */
  enter(automaton: Automaton, entry: number): void {
    const pending = [entry]
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (this.marks[at] === 1) continue
      this.marks[at] = 1
      this.list.push(at)
      pending.push(...(automaton.states[at]?.free ?? []))
    }
  }

  has(state: number): boolean {
    return this.marks[state] === 1
  }

  clear(): void {
    for (const state of this.list) this.marks[state] = 0
    this.list.length = 0
  }
}

/**
 * Whether the automaton accepts the text: all of it, or, with `anywhere`, any part of it. `spend` is told the work of every
 * character before it is done.
 */
export function accepts(automaton: Automaton, text: string, anywhere: boolean, spend: (steps: number) => void): boolean {
  let current = new StateSet(automaton.states.length)
  let following = new StateSet(automaton.states.length)
  current.enter(automaton, automaton.start)
  for (const character of text) {
    if (anywhere && current.has(0)) return true
    spend(1 + current.list.length)
    const code = character.codePointAt(0) ?? 0
    for (const at of current.list) {
      const state = automaton.states[at]
      if (state?.test?.(code) === true) following.enter(automaton, state.next)
    }
    if (anywhere) following.enter(automaton, automaton.start)
    current.clear()
    ;[current, following] = [following, current]
    if (current.list.length === 0) return false
  }
  return current.has(0)
}
