import { stepsFor, stepsForEach } from '../step-meter.ts'
import { PyFloat } from '../python/number.ts'
import type { FunctionName } from './ast.ts'
import { toAutomaton, type Automaton } from './i-regexp/automaton.ts'
import { accepts } from './i-regexp/matches.ts'
import { parsePattern } from './i-regexp/parse.ts'

/** What one evaluation shares: its work is counted, and a pattern is compiled once. */
export interface Evaluation {
  readonly root: unknown
  readonly spend: (steps: number) => void
  readonly patterns: Map<string, Automaton | null>
}

function lengthOf(value: unknown, { spend }: Evaluation): number | undefined {
  if (typeof value === 'string') {
    spend(stepsFor(value.length))
    return Array.from(value).length
  }
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'object' || value === null || value instanceof PyFloat) return undefined
  const { length } = Object.keys(value)
  spend(stepsForEach(length))
  return length
}

function compiled(pattern: string, { patterns, spend }: Evaluation): Automaton | null {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  spend(stepsFor(pattern.length))
  const parsed = parsePattern(pattern)
  const automaton = parsed === null ? null : toAutomaton(parsed)
  spend(stepsForEach(automaton?.states.length ?? 0))
  patterns.set(pattern, automaton)
  return automaton
}

/** A text against an I-Regexp; false where either is no text or the pattern is none. */
export function matchesPattern(text: unknown, pattern: unknown, anywhere: boolean, evaluation: Evaluation): boolean {
  if (typeof text !== 'string' || typeof pattern !== 'string') return false
  const automaton = compiled(pattern, evaluation)
  return automaton !== null && accepts(automaton, text, anywhere, evaluation.spend)
}

/** The functions that give a value; `nodes` is what the argument's path found, or the argument itself in a list. */
export function valueOfFunction(name: FunctionName, nodes: readonly unknown[], evaluation: Evaluation): unknown {
  if (name === 'count') return nodes.length
  const only = nodes.length === 1 ? nodes[0] : undefined
  return name === 'length' ? lengthOf(only, evaluation) : only
}
