import { fractionOf } from '../hash.ts'
import type { Pace } from '../models/demo-model.ts'
import type { DemoRuntime } from './demo-runtime.ts'

/**
 * Waits until so many tokens are due. The schedule is kept against the clock, so that late timers do not add up; the jitter of a token
 * follows from its number.
 */
export function createPacing(pace: Pace, seed: string, runtime: DemoRuntime, signal: AbortSignal): (tokens: number) => Promise<void> {
  const startMs = runtime.clock()
  const dueMs = (tokens: number): number => {
    const jitter = (fractionOf(`${seed} ${tokens}`) - 0.5) * 0.8
    return (pace.firstTokenMs * (1 + fractionOf(seed) * 0.1) + Math.max(0, tokens - 1 + jitter) * pace.perTokenMs) / runtime.speed
  }
  return async (tokens) => {
    signal.throwIfAborted()
    await runtime.sleep(Math.max(0, dueMs(tokens) - (runtime.clock() - startMs)), signal)
  }
}
