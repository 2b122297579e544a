import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { BOUND_KEYWORDS } from '../../json-schema/bound-keywords.ts'
import type { Told } from '../../messages/told.ts'
import { toldOfSchema } from './schema-fault.ts'

export type Expectation =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'required' | 'noMore'; readonly name: string }
  | { readonly kind: 'enum'; readonly values: string }
  | { readonly kind: 'const'; readonly value: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'bound'; readonly keyword: string; readonly value: string }
  | { readonly kind: 'rule'; readonly keyword: string }

/** `path` is `$.urgency`; `got` is JSON, or null where nothing is there. */
export interface Violation {
  readonly path: string
  readonly expected: Expectation
  readonly got: string | null
}

export type SchemaCheck =
  | { readonly ok: true; readonly violations: readonly Violation[] }
  /** The schema itself cannot be used. */
  | ({ readonly ok: false } & Told)

/** These only say that something under them is wrong, which is said there. */
const OUTER: ReadonlySet<string> = new Set([
  'properties',
  'items',
  'prefixItems',
  'additionalProperties',
  '$ref',
  'allOf',
  'patternProperties',
])
/** What is wrong with one of several alternatives is not wrong by itself. */
const IN_ALTERNATIVE = /\/(?:anyOf|oneOf|not|if)\//
const LONGEST = 80

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))

const at = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce((held: unknown, step) => (isFields(held) && Object.hasOwn(held, step) ? held[step] : undefined), value)

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const pathOf = (steps: readonly string[]): string => `$${steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('')}`

/** Where a value is not what a schema asks for. Each place is named once, with what stands there. */
export function checkSchema(schema: Fields, value: unknown): SchemaCheck {
  try {
    const { errors } = new Validator(schema, '2020-12', false).validate(value)
    const inner = errors.filter(({ keyword, keywordLocation }) => !OUTER.has(keyword) && !IN_ALTERNATIVE.test(keywordLocation))
    const violations = inner.map((error) => violationOf(error, schema, value))
    return { ok: true, violations: violations.filter((one, index) => violations.findIndex((other) => isSame(one, other)) === index) }
  } catch (error) {
    return { ok: false, ...toldOfSchema(error) }
  }
}

const isSame = (one: Violation, other: Violation): boolean =>
  one.path === other.path && JSON.stringify(one.expected) === JSON.stringify(other.expected)

/** What a keyword asks for; a reference on the way leads to what it names. */
function wantedAt(schema: Fields, steps: readonly string[]): unknown {
  return steps.reduce((held: unknown, step) => {
    const next = at(held, [step])
    return step === '$ref' && typeof next === 'string' && next.startsWith('#') ? at(schema, stepsOf(next)) : next
  }, schema)
}

function violationOf(error: OutputUnit, schema: Fields, value: unknown): Violation {
  const steps = stepsOf(error.instanceLocation)
  const expected = expectationOf(error, wantedAt(schema, stepsOf(error.keywordLocation)), steps.at(-1) ?? '')
  const isAbsent = expected.kind === 'required'
  return { path: pathOf(steps), expected, got: isAbsent ? null : short(at(value, steps)) }
}

function expectationOf({ keyword, error }: OutputUnit, wanted: unknown, last: string): Expectation {
  if (keyword === 'type') return { kind: 'type', type: Array.isArray(wanted) ? wanted.join(', ') : String(wanted) }
  if (keyword === 'required') return { kind: 'required', name: /"(.*)"/s.exec(error)?.[1] ?? '' }
  if (keyword === 'false') return { kind: 'noMore', name: last }
  if (keyword === 'enum') return { kind: 'enum', values: Array.isArray(wanted) ? wanted.map(short).join(', ') : short(wanted) }
  if (keyword === 'const') return { kind: 'const', value: short(wanted) }
  if (keyword === 'pattern') return { kind: 'pattern', pattern: String(wanted) }
  if (keyword === 'format') return { kind: 'format', format: String(wanted) }
  return BOUND_KEYWORDS.has(keyword) ? { kind: 'bound', keyword, value: short(wanted) } : { kind: 'rule', keyword }
}
