import { asFilled, type Json } from '../dialect/json.ts'
import type { ItemFamily } from './item-fields.ts'
import { unannouncedItem, type OutputItem } from './output-item.ts'

/**
 * Finds the item that an event is about. Its id tells, but some gateways write another one into every event: then its place in the output
 * does. Events that name neither go on with the last item of their kind.
 */
export class ItemIndex {
  readonly #byId = new Map<string, OutputItem>()
  readonly #byPlace = new Map<number, OutputItem>()
  readonly #last = new Map<ItemFamily, OutputItem>()
  readonly #open = new Set<OutputItem>()

  add(item: OutputItem, id: unknown, place: unknown): OutputItem {
    const known = asFilled(id)
    if (known !== null) this.#byId.set(known, item)
    if (typeof place === 'number') this.#byPlace.set(place, item)
    this.#last.set(item.family, item)
    this.#open.add(item)
    return item
  }

  find(family: ItemFamily, id: unknown, place: unknown): OutputItem | null {
    const known = asFilled(id)
    const byId = known === null ? undefined : this.#byId.get(known)
    if (byId !== undefined) return byId
    const byPlace = typeof place === 'number' ? this.#byPlace.get(place) : undefined
    if (byPlace !== undefined && byPlace.family === family && !byPlace.isDone) return byPlace
    const last = this.#last.get(family)
    const isUnnamed = known === null && typeof place !== 'number'
    return last !== undefined && !last.isDone && (isUnnamed || last.isAnonymous) ? last : null
  }

  findOrAdd(family: ItemFamily, { item_id: id, output_index: place }: Json): OutputItem {
    const known = asFilled(id)
    const isAnonymous = known === null && typeof place !== 'number'
    return this.find(family, id, place) ?? this.add(unannouncedItem(family, known, isAnonymous), id, place)
  }

  /** The items that are not complete, in the order of their beginning. */
  get open(): readonly OutputItem[] {
    return [...this.#open]
  }

  end(item: OutputItem): void {
    item.isDone = true
    this.#open.delete(item)
  }
}
