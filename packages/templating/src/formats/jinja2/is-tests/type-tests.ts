import { CLASSIFIERS } from '../text/classify.ts'
import { Callable } from '../values/callable.ts'
import { iteratorOf } from '../values/iterate.ts'
import { isMapping } from '../values/mapping.ts'
import { Markup, textOf } from '../values/markup.ts'
import { integerOf, isFloat, numericOf } from '../values/numeric.ts'
import { toStr } from '../values/print.ts'
import { Range } from '../values/range.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import { isList, type Value } from '../values/value.ts'
import { test, type Test } from './is-test.ts'

const about = (name: string, holds: (value: Value) => boolean): readonly [string, Test] => test(name, '', (_run, value) => holds(value))

const cased = (name: 'lower' | 'upper'): readonly [string, Test] =>
  test(name, '', (run, value) => CLASSIFIERS.get(`is${name}`)?.(toStr(run, value)) === true)

const isSequence = (value: Value): boolean =>
  textOf(value) !== undefined ||
  isList(value) ||
  isMapping(value) ||
  value instanceof Tuple ||
  value instanceof Range ||
  value instanceof Undefined

/** What kind of thing a value is. */
export const TYPE_TESTS: readonly (readonly [string, Test])[] = [
  about('defined', (value) => !(value instanceof Undefined)),
  about('undefined', (value) => value instanceof Undefined),
  about('none', (value) => value === null),
  about('boolean', (value) => typeof value === 'boolean'),
  about('true', (value) => value === true),
  about('false', (value) => value === false),
  about('integer', (value) => typeof value !== 'boolean' && integerOf(value) !== undefined),
  about('float', isFloat),
  about('number', (value) => numericOf(value) !== undefined),
  about('string', (value) => textOf(value) !== undefined),
  about('mapping', isMapping),
  about('sequence', isSequence),
  test('iterable', '', (run, value) => iteratorOf(run, value) !== undefined),
  about('callable', (value) => value instanceof Callable || value instanceof Undefined),
  about('escaped', (value) => value instanceof Markup),
  cased('lower'),
  cased('upper'),
]
