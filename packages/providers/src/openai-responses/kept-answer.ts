import type { NativeTurn } from '@vitrine/contracts'
import { asFilled, asList, type Json } from '../dialect/json.ts'
import { familyOf } from './item-fields.ts'
import { DIALECT } from './wire.ts'

/**
 * What the next turn has to bring back of an answer: its items where they hold what our message cannot say (sealed reasoning, calls of the
 * provider's own tools, phases), and its id where the provider keeps it. Null where there is neither.
 */
export function keptAnswer(items: readonly Json[], response: Json): NativeTurn | null {
  const isStored = response['store'] === true
  const id = isStored ? asFilled(response['id']) : null
  const kept = items.some((item) => saysMore(item, isStored)) ? items.filter((item) => canGoBack(item, isStored)) : []
  if (kept.length === 0 && id === null) return null
  return { dialect: DIALECT, items: kept, ...(id === null ? {} : { id }) }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null

function saysMore(item: Json, isStored: boolean): boolean {
  const family = familyOf(item)
  if (family === 'message') return isPresent(item['phase'])
  if (family === 'reasoning') return canGoBack(item, isStored)
  return family === 'other' || item['type'] === 'custom_tool_call' || isPresent(item['namespace']) || isPresent(item['caller'])
}

/** Reasoning of which there is only a summary means nothing to a provider that did not keep it, and is refused. */
function canGoBack(item: Json, isStored: boolean): boolean {
  if (familyOf(item) !== 'reasoning' || isStored) return true
  return asFilled(item['encrypted_content']) !== null || asList(item['content']).length > 0
}
