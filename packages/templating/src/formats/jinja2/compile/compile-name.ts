import { frameAt } from '../runtime/frame.ts'
import { GLOBAL_NAMES } from '../builtins/global-names.ts'
import type { Span } from '../span.ts'
import { undefinedName } from '../values/undefined.ts'
import type { Evaluate, Scope } from './scope.ts'
import type { Slot, Symbols } from './symbols.ts'

/** Whether a variable may hold an input when it is read. */
function comesFromInputs(symbols: Symbols, slot: Slot): boolean {
  const load = symbols.loadOf(slot)
  if (load?.kind === 'alias') return comesFromInputs(symbols, load.of)
  return load?.kind === 'resolve'
}

export function slotOf({ symbols }: Scope, name: string): Slot {
  const slot = symbols.find(name)
  if (slot === undefined) throw new Error(`unreachable: "${name}" was not analyzed`)
  return slot
}

/** How many functions further out a variable lives. */
export const hopsTo = ({ symbols }: Scope, slot: Slot): number => symbols.scope.depth - slot.scope.depth

export function compileName(scope: Scope, name: string, span: Span): Evaluate {
  const { compilation, symbols } = scope
  const slot = slotOf(scope, name)
  const isInput = comesFromInputs(symbols, slot) && !GLOBAL_NAMES.has(name) && compilation.exported?.has(name) !== true
  if (isInput) compilation.uses.push({ name, span })
  const hops = hopsTo(scope, slot)
  const { index } = slot
  return (frame) => {
    const value = (hops === 0 ? frame : frameAt(frame, hops)).slots[index]
    return value === undefined ? undefinedName(name) : value
  }
}
