import type { Check } from '../../checks/check.ts'
import { canonicalText } from '../../state/text-hash.ts'
import { isObject, member, type JsonObject } from '../data/json-object.ts'
import { ASSERT_NAMES } from './assert-names.data.ts'
import { assertOfCheck } from './assert-of-check.ts'
import { checkOfAssert } from './check-of-assert.ts'

const TYPED = /^(not-)?([a-z][a-z0-9-]*)(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/
/** Spellings of earlier days. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['fn', 'javascript'],
  ['eval', 'javascript'],
  ['grade', 'llm-rubric'],
])
const LISTS: ReadonlySet<string> = new Set(['contains-all', 'contains-any', 'icontains-all', 'icontains-any'])

/** Thresholds that hold where a cell gives none. */
function usualThreshold(name: string): number | undefined {
  if (name === 'similar') return 0.8
  return ['answer-relevance', 'classifier', 'context-faithfulness', 'context-recall', 'context-relevance'].includes(name) ? 0.75 : undefined
}

/** An `__expected` cell as an assertion. A text without a known name before its colon is compared as a whole. */
function assertOfText(text: string, ownThreshold: number | undefined): JsonObject {
  const [, not = '', written = '', inBrackets, rest] = TYPED.exec(text.trim()) ?? []
  const name = OTHER_NAMES.get(written) ?? written
  if (text.startsWith('file://')) return { type: /\.py(:|$)/.test(text) ? 'python' : 'javascript', value: text }
  if (!ASSERT_NAMES.has(name)) return { type: 'equals', value: text }
  const threshold = ownThreshold ?? (inBrackets === undefined ? usualThreshold(name) : Number(inBrackets))
  const value = LISTS.has(name) ? rest?.split(',').map((item) => item.trim()) : rest?.trim()
  return {
    type: `${not}${name}`,
    ...(value === undefined ? {} : { value }),
    ...(threshold === undefined ? {} : { threshold }),
  }
}

/** What an `__expected` cell asks of the answer. */
export const readTypedCheck = (text: string, threshold?: number): Check => checkOfAssert(assertOfText(text, threshold)).check

/**
 * A check as an `__expected` cell, its threshold in brackets; null for one that a cell cannot hold, or that would be read as another.
 */
export function writeTypedCheck(check: Check, expected?: string): string | null {
  const assert = assertOfCheck(check, expected)
  if (assert === null || member(assert, 'provider') !== undefined) return null
  const value = member(assert, 'value')
  const threshold = member(assert, 'threshold')
  const text = Array.isArray(value) ? value.join(', ') : isObject(value) || typeof value === 'boolean' ? JSON.stringify(value) : value
  if (text !== undefined && typeof text !== 'string') return null
  const head = `${String(member(assert, 'type'))}${typeof threshold === 'number' ? `(${threshold})` : ''}`
  const typed = text === undefined ? head : `${head}:${text}`
  // Plain words need no name before them, and most people expect none.
  const plain = check.type === 'equals' && text !== undefined && isSame(readTypedCheck(text), { type: 'equals', value: text }) ? text : null
  const written = plain ?? typed
  const meant = check.type === 'equals' && text !== undefined ? { ...check, value: text } : check
  return isSame(meant, readTypedCheck(written)) ? written : null
}

const isSame = (a: Check, b: Check): boolean => canonicalText(a) === canonicalText(b)
