import type { Run } from '../run.ts'
import { Dict } from '../values/dict.ts'
import type { Value } from '../values/value.ts'

/** Every list and object of the inputs. */
function collect(root: unknown): ReadonlySet<object> {
  const found = new Set<object>()
  const open: unknown[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || found.has(value)) continue
    found.add(value)
    for (const part of Object.values(value)) open.push(part)
  }
  return found
}

/** Whether the template made this list or dict itself and so may change it: what came with the inputs is only read. */
export function madeByTemplate(run: Run, value: Value): boolean {
  if (value instanceof Dict) return true
  if (!Array.isArray(value)) return false
  run.inputObjects ??= collect(run.inputs)
  return !run.inputObjects.has(value)
}
