import { frameAt, type Frame } from '../runtime/frame.ts'
import { hopsTo } from './compile-name.ts'
import type { Scope } from './scope.ts'
import type { Load, Slot } from './symbols.ts'

function entry(scope: Scope, { index }: Slot, load: Load): ((frame: Frame) => void) | undefined {
  if (load.kind === 'parameter') return undefined
  if (load.kind === 'undefined') {
    return (frame) => {
      frame.slots[index] = undefined
    }
  }
  if (load.kind === 'resolve') {
    return (frame) => {
      frame.slots[index] = frame.context.resolve(load.name)
    }
  }
  const { of } = load
  const hops = hopsTo(scope, of)
  return (frame) => {
    frame.slots[index] = frameAt(frame, hops).slots[of.index]
  }
}

/** Gives a frame's variables the values they begin with; parameters are left alone. Call it once the frame is fully analyzed. */
export function compileEntry(scope: Scope): (frame: Frame) => void {
  const entries = Array.from(scope.symbols.loads, ([slot, load]) => entry(scope, slot, load)).filter((one) => one !== undefined)
  return (frame) => {
    for (const enter of entries) enter(frame)
  }
}
