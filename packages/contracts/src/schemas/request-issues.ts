import type { core } from 'zod'
import { isAbsent } from '../field-checks.ts'
import type { RequestIssue } from '../run-request.ts'

type Issue = core.$ZodIssue
type Path = readonly PropertyKey[]

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
])
const noun = (type: string): string => NOUNS.get(type) ?? type

const pathText = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`)).join('')

/** What stands at a path, to tell a missing field from one of a wrong type. */
function valueAt(body: unknown, path: Path): unknown {
  let value = body
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, step)?.value
  }
  return value
}

const choices = (values: readonly unknown[]): string => {
  const names = values.map(String)
  return names.length === 1 ? `must be ${names[0]}` : `must be one of ${names.join(', ')}`
}

function boundMessage(
  word: 'at least' | 'at most',
  issue: { origin: string; exact?: boolean | undefined },
  bound: number | bigint,
): string {
  if (issue.origin === 'string') return word === 'at least' && bound === 1 ? 'must not be empty' : `${word} ${bound} characters`
  return issue.origin === 'array' ? `${word} ${bound} entries` : `${word} ${bound}`
}

/** The alternatives of a union that the value was of the right kind for speak for themselves; else the kinds are named. */
function unionIssues(body: unknown, path: Path, issue: core.$ZodIssueInvalidUnion): readonly RequestIssue[] {
  if (issue.discriminator !== undefined) {
    const known = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
    return [{ path: pathText(path), message: isAbsent(valueAt(body, path)) ? 'missing' : choices(known) }]
  }
  const applicable = issue.errors.find((issues) => !issues.some(isWrongKind))
  if (applicable !== undefined) return applicable.flatMap((nested) => toIssues(body, { ...nested, path: [...path, ...nested.path] }))
  const kinds = new Set(issue.errors.flatMap((issues) => issues.flatMap((nested) => kindOf(nested))))
  return [{ path: pathText(path), message: `must be ${[...kinds].join(' or ')}` }]
}

/** Whether an issue says that the value is no candidate for an alternative at all. */
const isWrongKind = (issue: Issue): boolean => issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')

function kindOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_type') return [noun(issue.expected)]
  return issue.code === 'invalid_value' ? issue.values.map(String) : []
}

function toIssues(body: unknown, issue: Issue): readonly RequestIssue[] {
  const { path } = issue
  const at = pathText(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pathText([...path, key]), message: `unknown field "${key}"` }))
    case 'invalid_union':
      return unionIssues(body, path, issue)
    case 'invalid_type':
      return [{ path: at, message: isAbsent(valueAt(body, path)) ? 'missing' : `must be ${noun(issue.expected)}` }]
    case 'invalid_value':
      return [{ path: at, message: isAbsent(valueAt(body, path)) ? 'missing' : choices(issue.values) }]
    case 'too_big':
      return [{ path: at, message: boundMessage('at most', issue, issue.maximum) }]
    case 'too_small':
      return [{ path: at, message: boundMessage('at least', issue, issue.minimum) }]
    default:
      return [{ path: at, message: isAbsent(valueAt(body, path)) ? 'missing' : issue.message }]
  }
}

/** Puts what the schemas found into words a form can show beside the field. */
export const requestIssues = (body: unknown, issues: readonly Issue[]): readonly RequestIssue[] =>
  issues.flatMap((issue) => toIssues(body, issue))
