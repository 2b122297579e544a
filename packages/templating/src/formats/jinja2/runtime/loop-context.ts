import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { BuiltIn, Callable, type Arguments } from '../values/callable.ts'
import { isEqual } from '../values/equal.ts'
import { lengthOf } from '../values/length.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'

/** Renders the body once more over another sequence, one level deeper. */
export type Recurse = (iterable: Value, depth: number) => Value

/** The `loop` variable. Looks one item ahead, or at all of them, only when it is asked something that needs it. */
export class LoopContext extends Callable {
  readonly typeName = 'LoopContext'
  index0 = -1
  readonly #iterable: Value
  readonly #recurse: Recurse | undefined
  readonly #depth0: number
  readonly #run: Run
  #iterator: Iterator<Value, unknown>
  #length: number | undefined
  #ahead: IteratorResult<Value, unknown> | undefined
  #before: Value | undefined
  #current: Value | undefined
  #changed: Tuple | undefined

  constructor(run: Run, iterable: Value, iterator: Iterator<Value, unknown>, recurse: Recurse | undefined, depth0: number) {
    super()
    this.#run = run
    this.#iterable = iterable
    this.#iterator = iterator
    this.#recurse = recurse
    this.#depth0 = depth0
  }

  /** The next item; undefined after the last. */
  next(): Value | undefined {
    const result = this.#ahead ?? this.#iterator.next()
    this.#ahead = undefined
    if (result.done === true) return undefined
    this.index0++
    this.#before = this.#current
    this.#current = result.value
    return result.value
  }

  override repr(): string {
    return `<LoopContext ${this.index0 + 1}/${this.#size()}>`
  }

  override attribute(name: string): Value | undefined {
    switch (name) {
      case 'index':
        return this.index0 + 1
      case 'index0':
        return this.index0
      case 'first':
        return this.index0 === 0
      case 'last':
        return this.#peek().done === true
      case 'length':
        return this.#size()
      case 'revindex':
        return this.#size() - this.index0
      case 'revindex0':
        return this.#size() - this.index0 - 1
      case 'depth':
        return this.#depth0 + 1
      case 'depth0':
        return this.#depth0
      case 'previtem':
        return this.index0 === 0 || this.#before === undefined ? new Undefined('There is no previous item.') : this.#before
      case 'nextitem':
        return this.#nextItem()
      case 'cycle':
        return new BuiltIn('method', 'bound method LoopContext.cycle', (_run, args) => this.#cycle(args))
      case 'changed':
        return new BuiltIn('method', 'bound method LoopContext.changed', (run, args) => this.#isChanged(run, args))
      default:
        return undefined
    }
  }

  override get length(): number {
    return this.#size()
  }

  override call(_run: Run, { positional }: Arguments): Value {
    const [iterable] = positional
    if (this.#recurse === undefined) throw refusal('Only a loop marked "recursive" can be called: {% for … in … recursive %}.')
    if (iterable === undefined || positional.length > 1) throw refusal('A recursive loop is called with what it should go over next.')
    return this.#recurse(iterable, this.#depth0 + 1)
  }

  #peek(): IteratorResult<Value, unknown> {
    this.#ahead ??= this.#iterator.next()
    return this.#ahead
  }

  #nextItem(): Value {
    const ahead = this.#peek()
    return ahead.done === true ? new Undefined('There is no next item.') : ahead.value
  }

  #size(): number {
    this.#length ??= lengthOf(this.#run, this.#iterable) ?? this.#readAll()
    return this.#length
  }

  /** A generator says how long it is only by being read to its end. */
  #readAll(): number {
    const rest: Value[] = []
    for (let next = this.#iterator.next(); next.done !== true; next = this.#iterator.next()) {
      this.#run.step()
      rest.push(next.value)
    }
    this.#iterator = rest.values()
    return rest.length + this.index0 + 1 + (this.#ahead === undefined || this.#ahead.done === true ? 0 : 1)
  }

  #cycle({ positional }: Arguments): Value {
    const value = positional[this.index0 % positional.length]
    if (value === undefined) throw refusal('"loop.cycle" needs at least one value.')
    return value
  }

  #isChanged(run: Run, { positional }: Arguments): boolean {
    const value = new Tuple(positional)
    const same = this.#changed !== undefined && isEqual(run, this.#changed, value)
    this.#changed = value
    return !same
  }
}
