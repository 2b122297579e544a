import type { Check } from '../../../checks/check.ts'
import { cellText } from '../../data/cell-text.ts'
import { type JsonObject, bareRecord, isList, isObject, member } from '../../data/json-object.ts'
import { MAX_READ_ROWS } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { type AssertContext, type ReadTest, readObject, readTest } from './read-test.ts'

/** A case of a configuration, all its values settled. */
export interface ReadCase {
  readonly vars: ReadonlyMap<string, string>
  readonly checks: readonly Check[]
  readonly expected?: string
  readonly metadata: Readonly<Record<string, string>>
}

/** What the cases of a file are read by. */
export interface CaseContext extends AssertContext {
  /** Variables that some prompt shows as they are, not only a part of them. */
  readonly shownWhole: ReadonlySet<string>
}

type Vars = readonly (readonly [string, unknown])[]

/** A list stands for its items only where it begins with a text; another one is a value. */
const isSpread = (value: unknown): value is readonly unknown[] => isList(value) && typeof value[0] === 'string'

/** The other tool cuts the line end that a block of lines has at its end. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\n$/, '') : cellText(value))

/** Every combination of the items of values that are spread. */
function combinations(vars: Vars, limit: number): readonly Vars[] {
  let all: readonly Vars[] = [[]]
  for (const [name, value] of vars) {
    const values = isSpread(value) ? value : [value]
    if (all.length * values.length > limit) return []
    all = all.flatMap((before) => values.map((item) => before.concat([[name, item]])))
  }
  return all
}

/** The cases of one test, `limit` at most; null where they would be more. */
function casesOf(test: ReadTest, base: ReadTest, { problems, shownWhole }: CaseContext, limit: number): readonly ReadCase[] | null {
  const vars = [...new Map([...base.vars, ...test.vars])]
  const keepsLists = test.keepsLists || base.keepsLists
  const sets = keepsLists ? [vars] : combinations(vars, limit)
  if (limit < 1 || sets.length === 0) return null
  for (const [name, value] of vars) {
    const isStructure = isObject(value) || (isList(value) && (keepsLists || !isSpread(value)))
    if (isStructure && shownWhole.has(name)) problems.add('notice', 'value-as-json', { name })
  }
  const metadata = bareRecord([...base.metadata, ...test.metadata])
  const expected = test.expected ?? base.expected
  const said = { checks: test.checks, ...(expected === undefined ? {} : { expected }), metadata }
  return sets.map((set) => Object.assign({ vars: new Map(set.map(([name, value]) => [name, textOf(value)])) }, said))
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
export function readCases(config: JsonObject, base: ReadTest, context: CaseContext): readonly ReadCase[] {
  const { problems } = context
  const given = testsOf(config, problems)
  // Values for all tests are a test by themselves where there is no other.
  const isAlone = member(config, 'tests') === undefined && member(config, 'scenarios') === undefined && base.vars.length > 0
  const cases: ReadCase[] = []
  for (const test of isAlone ? [{}] : given) {
    const made = casesOf(readTest(test, context), base, context, MAX_READ_ROWS - cases.length)
    if (made === null) {
      problems.add('error', 'too-many-rows', { limit: MAX_READ_ROWS })
      return []
    }
    for (const one of made) cases.push(one)
  }
  return cases
}
