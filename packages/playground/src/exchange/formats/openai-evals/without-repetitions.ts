import { cellText } from '../../data/cell-text.ts'
import { type JsonObject, bareRecord, member } from '../../data/json-object.ts'
import { isRepetitionName } from '../../export/openai-evals/repetition-name.ts'

/** What counts answers from 1; a text that looks like it is somebody's value. */
function countIn(item: JsonObject, name: string): number | null {
  const held = member(item, name)
  const count = typeof held === 'bigint' ? Number(held) : held
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 ? count : null
}

/**
 * Each item once, without the member that counts its answers, where every item has one: answers to the same case follow each other, with a
 * rising count. Other items stay as they are.
 */
export function withoutRepetitions<Item extends { readonly value: JsonObject }>(items: readonly Item[]): readonly Item[] {
  const names = Object.keys(items[0]?.value ?? {}).filter(isRepetitionName)
  const counter = names.find((name) => items.every(({ value }) => countIn(value, name) !== null))
  if (counter === undefined) return items
  let before = { said: '', count: 0 }
  return items.flatMap((item) => {
    const rest = Object.entries(item.value).filter(([name]) => name !== counter)
    const now = { said: JSON.stringify(rest.map(([name, held]) => [name, cellText(held)])), count: countIn(item.value, counter) ?? 1 }
    const isRepeated = now.said === before.said && now.count > before.count
    before = now
    return isRepeated ? [] : [{ ...item, value: bareRecord(rest) }]
  })
}
