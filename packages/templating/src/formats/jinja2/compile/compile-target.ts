import { refusal } from '../failure.ts'
import type { Target } from '../parser/ast.ts'
import { frameAt, type Frame } from '../runtime/frame.ts'
import { iterate } from '../values/iterate.ts'
import { Namespace } from '../values/namespace.ts'
import type { Value } from '../values/value.ts'
import { hopsTo, slotOf } from './compile-name.ts'
import type { Scope } from './scope.ts'

export type Assign = (frame: Frame, value: Value) => void

/** Reads one item more than is wanted at most, so that an endless sequence ends here. */
function unpack(frame: Frame, value: Value, wanted: number): readonly Value[] {
  const items: Value[] = []
  for (const item of iterate(frame.run, value)) {
    items.push(item)
    if (items.length > wanted) throw refusal(`There are more values than the ${wanted} names to give them to; add names.`)
  }
  if (items.length < wanted) throw refusal(`There are ${items.length} values for ${wanted} names; remove names or add values.`)
  return items
}

function compileMember(scope: Scope, { name, member, span }: Extract<Target, { kind: 'member' }>): Assign {
  const slot = slotOf(scope, name)
  const hops = hopsTo(scope, slot)
  return (frame, value) => {
    const owner = frameAt(frame, hops).slots[slot.index]
    frame.run.at = span
    if (!(owner instanceof Namespace)) throw refusal(`"${name}" is no namespace, so its members cannot be set; make one with namespace().`)
    owner.set(member, value)
  }
}

function compileNameTarget(scope: Scope, name: string): Assign {
  const { index } = slotOf(scope, name)
  if (!scope.topLevel || scope.compilation.exported === undefined) {
    return (frame, value) => {
      frame.slots[index] = value
    }
  }
  return (frame, value) => {
    frame.slots[index] = value
    frame.context.export(name, value)
  }
}

/** Gives names their values; a tuple of names takes a sequence apart. */
export function compileTarget(scope: Scope, target: Target): Assign {
  if (target.kind === 'name') return compileNameTarget(scope, target.name)
  if (target.kind === 'member') return compileMember(scope, target)
  const parts = target.items.map((item) => compileTarget(scope, item))
  const { span } = target
  return (frame, value) => {
    frame.run.at = span
    const values = unpack(frame, value, parts.length)
    for (const [index, assign] of parts.entries()) assign(frame, values[index] ?? null)
  }
}
