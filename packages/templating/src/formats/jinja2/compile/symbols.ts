/** A function of its own at run time, with its own variables: the template, a macro, a block, a recursive loop. */
export class FunctionScope {
  readonly depth: number
  size = 0

  constructor(parent?: FunctionScope) {
    this.depth = parent === undefined ? 0 : parent.depth + 1
  }
}

/** Where a variable lives. */
export interface Slot {
  readonly scope: FunctionScope
  readonly index: number
}

/** What a variable holds when its frame is entered. */
export type Load =
  | { readonly kind: 'parameter' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'resolve'; readonly name: string }
  | { readonly kind: 'alias'; readonly of: Slot }

/**
 * The names of one frame, worked out before it runs. The language decides by the text alone whether a name is a variable of the frame,
 * of an outer one, or comes from the inputs, so the answer does not depend on which branch ran.
 */
export class Symbols {
  readonly parent: Symbols | undefined
  readonly scope: FunctionScope
  readonly loads = new Map<Slot, Load>()
  readonly stores = new Set<string>()
  /** In a branch: the frame it belongs to, of which it holds only what is new. */
  readonly #base: Symbols | undefined
  readonly #refs = new Map<string, Slot>()
  /** Shared by the branches of a frame, so that a name keeps its place in all of them. */
  readonly #slots: Map<string, Slot>

  constructor(scope: FunctionScope, parent?: Symbols, base?: Symbols) {
    this.scope = scope
    this.parent = parent
    this.#base = base
    this.#slots = base === undefined ? new Map() : base.#slots
  }

  inner(): Symbols {
    return new Symbols(this.scope, this)
  }

  branch(): Symbols {
    return new Symbols(this.scope, this.parent, this)
  }

  find(name: string): Slot | undefined {
    return this.#own(name) ?? this.parent?.find(name)
  }

  loadOf(slot: Slot): Load | undefined {
    return this.loads.get(slot) ?? (this.#base ?? this.parent)?.loadOf(slot)
  }

  load(name: string): void {
    if (this.find(name) === undefined) this.#define(name, { kind: 'resolve', name })
  }

  store(name: string): void {
    this.stores.add(name)
    if (this.#own(name) !== undefined) return
    const outer = this.parent?.find(name)
    this.#define(name, outer === undefined ? { kind: 'undefined' } : { kind: 'alias', of: outer })
  }

  declare(name: string): Slot {
    this.stores.add(name)
    return this.#define(name, { kind: 'parameter' })
  }

  /** Takes over what branches define: a name that only some of them store is looked up outside before. */
  merge(branches: readonly Symbols[]): void {
    const stored = new Set(branches.flatMap((branch) => [...branch.stores]).filter((name) => !this.#hasStored(name)))
    for (const branch of branches) this.#takeOver(branch)
    for (const name of stored) {
      const slot = this.find(name)
      const outer = this.parent?.find(name)
      if (slot !== undefined) this.loads.set(slot, outer === undefined ? { kind: 'resolve', name } : { kind: 'alias', of: outer })
    }
  }

  /** Every name stored in this frame or an outer one. */
  allStores(): ReadonlySet<string> {
    return new Set([...this.stores, ...(this.parent?.allStores() ?? [])])
  }

  #own(name: string): Slot | undefined {
    const found = this.#refs.get(name)
    return found === undefined && this.#base !== undefined ? this.#base.#own(name) : found
  }

  #hasStored(name: string): boolean {
    return this.stores.has(name) || (this.#base !== undefined && this.#base.#hasStored(name))
  }

  #takeOver(branch: Symbols): void {
    for (const [name, slot] of branch.#refs) this.#refs.set(name, slot)
    for (const [slot, load] of branch.loads) this.loads.set(slot, load)
    for (const name of branch.stores) this.stores.add(name)
  }

  #define(name: string, load: Load): Slot {
    let slot = this.#slots.get(name)
    if (slot === undefined) {
      slot = { scope: this.scope, index: this.scope.size++ }
      this.#slots.set(name, slot)
    }
    this.#refs.set(name, slot)
    this.loads.set(slot, load)
    return slot
  }
}
