import { ERROR_CODES, type ErrorCode } from '@vitrine/contracts'
import { CLIENT_FAILURE_CODES, type ClientFailureCode } from '@vitrine/client'
import type { Told } from '../../messages/told.ts'
import { toldOfFailure } from '../../messages/told-of.ts'
import type { CellFailure } from '../../state/cell.ts'
import { field, numberIn, record, textIn } from './read-meta.ts'

/** The one thing to do about a failure. */
export type Fix =
  | { readonly kind: 'rerun' | 'use-demo' | 'choose-model' | 'fill' | 'go-to-settings' | 'go-to-longest' }
  /** `index` is the message's place in the prompt. */
  | { readonly kind: 'go-to-message'; readonly index: number }

export type FailureTitle = ErrorCode | ClientFailureCode | 'other'

/** A failure as its cell shows it: the cause in plain words, the words of whoever refused, one thing to do. */
export interface FailureView {
  /** The name of its text; `other` for a code that is not known. */
  readonly title: FailureTitle
  /** How often it was tried, where more than once. */
  readonly attempts: number | null
  readonly told: Told
  readonly fix: Fix
  /** More to read for whoever has to mend it outside this page. */
  readonly help: 'unreachableHelp' | 'secretHelp' | null
}

const TITLES: ReadonlySet<string> = new Set([...ERROR_CODES, ...CLIENT_FAILURE_CODES])
const isTitle = (code: string): code is Exclude<FailureTitle, 'other'> => TITLES.has(code)

const FIXES: ReadonlyMap<string, Fix> = new Map<string, Fix>([
  ['model_not_allowed', { kind: 'choose-model' }],
  ['unknown_model', { kind: 'choose-model' }],
  ['secret_missing', { kind: 'use-demo' }],
  ['missing_variables', { kind: 'fill' }],
  ['unsupported_parameter', { kind: 'go-to-settings' }],
  ['invalid_tools', { kind: 'go-to-settings' }],
  ['invalid_response_schema', { kind: 'go-to-settings' }],
  ['context_length_exceeded', { kind: 'go-to-longest' }],
])
/** Codes whose `meta` says where in the prompt. */
const PLACED: ReadonlySet<string> = new Set(['template_syntax', 'template_forbidden', 'template_limit', 'invalid_request'])

export function viewFailure(failure: CellFailure): FailureView {
  const { code } = failure
  const attempts = numberIn(failure.meta, 'attempts')
  return {
    // A stream that broke off is told apart from a provider that refused: what came is kept, and no one said no.
    title: field(failure.meta, 'interrupted') === true ? 'interrupted' : isTitle(code) ? code : 'other',
    attempts: attempts !== null && attempts > 1 ? attempts : null,
    told: toldOf(failure),
    fix: PLACED.has(code) ? placeOf(failure) : (FIXES.get(code) ?? { kind: 'rerun' }),
    help: code === 'unreachable' ? 'unreachableHelp' : code === 'secret_missing' ? 'secretHelp' : null,
  }
}

/** The provider's own words where it had any, before the service's or ours. */
function toldOf(failure: CellFailure): Told {
  const { meta } = failure
  const said = textIn(meta, 'provider_message')
  if (said === null || said === '') {
    const issues = field(meta, 'issues')
    const listed = Array.isArray(issues) ? issues.flatMap((issue: unknown) => issueText(record(issue))) : []
    return listed.length > 0 ? { message: listed.join('; ') } : toldOfFailure(failure)
  }
  const status = numberIn(meta, 'provider_status')
  const name = [status === null ? null : String(status), textIn(meta, 'provider_code')].filter(Boolean).join(' ')
  return { message: name === '' ? said : `${name} · ${said}` }
}

function issueText(issue: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const message = textIn(issue, 'message')
  if (message === null) return []
  const path = textIn(issue, 'path')
  return [path === null || path === '' ? message : `${path}: ${message}`]
}

function placeOf({ meta }: CellFailure): Fix {
  const issues = field(meta, 'issues')
  const first = Array.isArray(issues) ? textIn(record(issues[0]), 'path') : null
  const place = textIn(meta, 'location') ?? first ?? ''
  const message = /messages(?:\[|\.)(\d+)/.exec(place)?.[1]
  return message === undefined ? { kind: 'go-to-settings' } : { kind: 'go-to-message', index: Number(message) }
}
