import type { Check } from '../../../checks/check.ts'
import { cellText } from '../../data/cell-text.ts'
import { plainNumbers } from '../../data/plain-numbers.ts'
import { type JsonObject, isList, isObject, member } from '../../data/json-object.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { namesAFile } from '../../promptfoo/names-a-file.ts'
import { checkOfAssert } from '../../promptfoo/check-of-assert.ts'
import { tellUnknownCheck } from '../../promptfoo/tell-unknown-check.ts'

/** A test as it stands in a configuration. `vars` may hold lists, each of whose items makes a case. */
export interface ReadTest {
  readonly vars: readonly (readonly [name: string, value: unknown])[]
  readonly checks: readonly Check[]
  readonly metadata: readonly (readonly [key: string, value: string])[]
  readonly keepsLists: boolean
}

const CARRIED: ReadonlySet<string> = new Set(['description', 'vars', 'assert', 'metadata', 'options', 'threshold'])

export const readObject = (value: unknown): JsonObject => (isObject(value) ? value : {})

function checkOf(value: unknown, problems: ProblemList): Check {
  const assert = isObject(value) ? value : typeof value === 'string' ? { type: value } : {}
  const { check, dropped } = checkOfAssert(assert)
  for (const name of dropped) problems.add('notice', 'not-carried', { what: `assert.${name}` })
  tellUnknownCheck(check, null, problems)
  return check
}

export function readAsserts(test: JsonObject, problems: ProblemList): readonly Check[] {
  const given = member(test, 'assert')
  return isList(given) ? given.map((value) => checkOf(plainNumbers(value), problems)) : []
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
export function readTest(test: JsonObject, problems: ProblemList): ReadTest {
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
    checks: readAsserts(test, problems),
    metadata: [...(description === '' ? [] : [['description', description] as const]), ...metadata],
    keepsLists: member(options, 'disableVarExpansion') === true,
  }
}
