import type { Check } from '../../../checks/check.ts'
import { cellText } from '../../data/cell-text.ts'
import { type JsonObject, bareRecord, isList, isObject, member } from '../../data/json-object.ts'
import { MAX_READ_ROWS } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { type ReadTest, readObject, readTest } from './read-test.ts'

/** A case of a configuration, all its values settled. */
export interface ReadCase {
  readonly vars: ReadonlyMap<string, string>
  readonly checks: readonly Check[]
  readonly metadata: Readonly<Record<string, string>>
}

type Vars = readonly (readonly [string, unknown])[]

/** Every combination of the items of values that are lists. */
function combinations(vars: Vars, limit: number): readonly Vars[] {
  let all: readonly Vars[] = [[]]
  for (const [name, value] of vars) {
    const values = isList(value) ? value : [value]
    if (all.length * values.length > limit) return []
    all = all.flatMap((before) => values.map((item) => before.concat([[name, item]])))
  }
  return all
}

/** The cases of one test, `limit` at most; null where they would be more. */
function casesOf(test: ReadTest, base: ReadTest, limit: number): readonly ReadCase[] | null {
  const vars = [...new Map([...base.vars, ...test.vars])]
  const sets = test.keepsLists || base.keepsLists ? [vars] : combinations(vars, limit)
  if (limit < 1 || (sets.length === 0 && vars.every(([, value]) => !isList(value) || value.length > 0))) return null
  const metadata = bareRecord([...base.metadata, ...test.metadata])
  return sets.map((set) => ({ vars: new Map(set.map(([name, value]) => [name, cellText(value)])), checks: test.checks, metadata }))
}

/** A test over one set of a scenario's values. */
function joined(config: JsonObject, test: JsonObject): JsonObject {
  return { ...config, ...test, vars: { ...readObject(member(config, 'vars')), ...readObject(member(test, 'vars')) } }
}

function scenarioTests(scenario: JsonObject): readonly JsonObject[] {
  const sets = member(scenario, 'config')
  const tests = member(scenario, 'tests')
  const configs = isList(sets) ? sets.filter(isObject) : []
  const own = isList(tests) ? tests.filter(isObject) : [{}]
  // As many as are refused are enough.
  const most = configs.slice(0, Math.ceil((MAX_READ_ROWS + 1) / Math.max(1, own.length)))
  return most.flatMap((config) => own.map((test) => joined(config, test)))
}

function testsOf(config: JsonObject, problems: ProblemList): readonly JsonObject[] {
  const given = member(config, 'tests')
  const scenarios = member(config, 'scenarios')
  const items = isList(given) ? given : given === undefined || given === null ? [] : [given]
  const tests = items.flatMap((item) => {
    if (isObject(item) && !(Object.hasOwn(item, 'path') && !Object.hasOwn(item, 'vars'))) return [item]
    const path = isObject(item) ? String(member(item, 'path')) : String(item)
    problems.add('warning', /\.(js|ts|mjs|cjs|py)(:|$)/.test(path) ? 'not-executed' : 'not-fetched', { what: path })
    return []
  })
  return [...tests, ...(isList(scenarios) ? scenarios.filter(isObject).flatMap(scenarioTests) : [])]
}

/** The cases of a configuration: its tests and scenarios, each with what `defaultTest` gives to all. */
export function readCases(config: JsonObject, base: ReadTest, problems: ProblemList): readonly ReadCase[] {
  const cases: ReadCase[] = []
  for (const test of testsOf(config, problems)) {
    const made = casesOf(readTest(test, problems), base, MAX_READ_ROWS - cases.length)
    if (made === null) {
      problems.add('error', 'too-many-rows', { limit: MAX_READ_ROWS })
      return []
    }
    for (const one of made) cases.push(one)
  }
  return cases
}
