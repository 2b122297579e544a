import { nameOf, test, type Test } from './is-test.ts'
import { TYPE_TESTS } from './type-tests.ts'
import { VALUE_TESTS } from './value-tests.ts'

const NAMED: readonly (readonly [string, Test])[] = [...TYPE_TESTS, ...VALUE_TESTS]
const NAMES: ReadonlySet<string> = new Set([...NAMED.map(([name]) => name), 'test'])

/** Every test by name. */
export const TESTS: ReadonlyMap<string, Test> = new Map([...NAMED, test('test', '', (_run, value) => NAMES.has(nameOf(value)))])
