import type { Check } from '../../../checks/check.ts'
import { cellText } from '../../data/cell-text.ts'
import { plainNumbers } from '../../data/plain-numbers.ts'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { namesAFile } from '../../promptfoo/names-a-file.ts'
import { tellUnknownCheck } from '../../promptfoo/tell-unknown-check.ts'
import { filledCheck } from './filled-check.ts'

/** A test as it stands in a configuration. `vars` may hold lists, each of whose items makes a case. */
export interface ReadTest {
  readonly vars: readonly (readonly [name: string, value: unknown])[]
  readonly checks: readonly Check[]
  /** What a check without a text of its own compares with. */
  readonly expected?: string
  readonly metadata: readonly (readonly [key: string, value: string])[]
  readonly keepsLists: boolean
}

const CARRIED: ReadonlySet<string> = new Set(['description', 'vars', 'assert', 'metadata', 'options', 'threshold'])

export const readObject = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** What the assertions of a file are read by. */
export interface AssertContext {
  /** Every model is asked for JSON. */
  readonly asksJson: boolean
  readonly problems: ProblemList
}

/** Sets that pass where everything in them does are the same without the set. */
function assertsIn(value: unknown): readonly JsonObject[] {
  if (typeof value === 'string') return [{ type: value }]
  if (!isObject(value)) return [{}]
  const held = member(value, 'assert')
  const isMere = member(value, 'type') === 'assert-set' && Object.keys(value).every((name) => name === 'type' || name === 'assert')
  return isMere && isList(held) ? held.flatMap(assertsIn) : [value]
}

const unknownOf = (assert: JsonObject): Check => ({ type: 'unknown', name: textMember(assert, 'type') ?? '', source: assert })

function readAsserts(test: JsonObject, { asksJson, problems }: AssertContext): Pick<ReadTest, 'checks' | 'expected'> {
  const given = member(test, 'assert')
  const asserts = isList(given) ? given.map((value) => plainNumbers(value)).flatMap(assertsIn) : []
  let expected: string | undefined
  const checks = asserts.map((assert) => {
    const read = filledCheck(assert, asksJson)
    // A row expects one text.
    const isSecond = read.expected !== undefined && expected !== undefined && read.expected !== expected
    expected ??= read.expected
    const check = isSecond ? unknownOf(assert) : read.check
    for (const name of read.dropped) problems.add('notice', 'not-carried', { what: `assert.${name}` })
    tellUnknownCheck(check, null, problems)
    return check
  })
  return { checks, ...(expected === undefined ? {} : { expected }) }
}

function varsOf(test: JsonObject, problems: ProblemList): ReadTest['vars'] {
  const vars = member(test, 'vars')
  if (typeof vars === 'string') problems.add('warning', 'not-fetched', { what: vars })
  return Object.entries(readObject(vars)).filter(([name, value]) => {
    if (typeof value !== 'string' || !namesAFile(value)) return true
    const runs = value.startsWith('package:') || /\.(js|mjs|cjs|ts|py)(:|$)/.test(value)
    problems.add('warning', runs ? 'not-executed' : 'not-fetched', { what: `vars.${name}: ${value}` })
    return false
  })
}

/** One test. What only promptfoo itself can do with it is reported. */
export function readTest(test: JsonObject, context: AssertContext): ReadTest {
  const { problems } = context
  const options = readObject(member(test, 'options'))
  for (const name of Object.keys(test)) if (!CARRIED.has(name)) problems.add('warning', 'not-carried', { what: name })
  for (const name of Object.keys(options)) {
    if (name !== 'disableVarExpansion')
      problems.add('warning', name.startsWith('transform') ? 'not-executed' : 'not-carried', { what: `options.${name}` })
  }
  if (member(test, 'threshold') !== undefined) problems.add('notice', 'not-carried', { what: 'threshold' })
  const description = cellText(member(test, 'description'))
  const metadata = Object.entries(readObject(member(test, 'metadata'))).map(([key, value]) => [key, cellText(value)] as const)
  return {
    vars: varsOf(test, problems),
    ...readAsserts(test, context),
    metadata: [...(description === '' ? [] : [['description', description] as const]), ...metadata],
    keepsLists: member(options, 'disableVarExpansion') === true,
  }
}
