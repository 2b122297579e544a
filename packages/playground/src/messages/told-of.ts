import type { AvailableModel } from '@vitrine/contracts'
import type { TemplateProblem } from '@vitrine/templating'
import type { CellFailure } from '../state/cell.ts'
import type { CauseKind, Told } from './told.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (fields: Fields | undefined, name: string): unknown =>
  fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const listed = (names: readonly string[]): string => names.join(', ')

type Cause = Told['cause'] & { readonly kind: CauseKind }

/** What is missing, and the names close to the first of them. */
function missing(names: readonly string[], candidates: Fields | undefined): Cause | undefined {
  if (names.length === 0) return undefined
  const close = texts(own(candidates, names[0] ?? ''))
  return close.length === 0
    ? { kind: 'values-missing', values: { names: listed(names) } }
    : { kind: 'values-missing-but', values: { names: listed(names), candidates: listed(close) } }
}

/** Why a template cannot be read or filled in. */
export function toldOfProblem({ code, message, cause, names = [], candidates }: TemplateProblem): Told {
  return { message, cause: cause ?? (code === 'missing_variables' ? missing(names, candidates) : undefined) }
}

/** What a service's code and its fields say by themselves. Its message says the same to whoever reads English. */
function causeOfCode(code: string, meta: Fields): Cause | undefined {
  switch (code) {
    case 'missing_variables': {
      const candidates = own(meta, 'candidates')
      return missing(texts(own(meta, 'names')), isFields(candidates) ? candidates : undefined)
    }
    case 'secret_missing': {
      // Without them it is another key that is missing, and the service's words say which.
      const settings = texts(own(meta, 'settings'))
      if (settings.length === 0) return undefined
      return { kind: 'to-set-up', values: { provider: own(meta, 'provider'), settings: listed(settings) } }
    }
    case 'unknown_model': {
      const close = texts(own(meta, 'candidates'))
      const model = own(meta, 'model')
      return close.length === 0
        ? { kind: 'no-such-model', values: { model } }
        : { kind: 'no-such-model-but', values: { model, candidates: listed(close) } }
    }
    case 'unsupported_parameter':
      return { kind: 'not-taken', values: { parameter: own(meta, 'parameter') } }
    case 'body_too_large':
      return { kind: 'body-too-large', values: { limit: own(meta, 'limit_bytes') } }
    case 'rate_limited': {
      const waitMs = own(meta, 'retry_after_ms')
      return typeof waitMs === 'number' ? { kind: 'ask-later', values: { seconds: Math.ceil(waitMs / 1000) } } : undefined
    }
    default:
      return undefined
  }
}

/** Why a model cannot be used. The service says what to set; by itself it has no key and no address for the model’s provider. */
export const toldOfModel = ({ provider, unusableReason: message }: Pick<AvailableModel, 'provider' | 'unusableReason'>): Told | null =>
  message === undefined ? null : { message, cause: { kind: 'not-set-up', values: { provider } } }

/** What was thrown because of a failure that it carries; see `useModels`. */
export function toldOfError({ message, cause }: Error): Told {
  const code = isFields(cause) ? own(cause, 'code') : undefined
  const meta = isFields(cause) ? own(cause, 'meta') : undefined
  return typeof code === 'string' ? toldOfFailure({ code, message, ...(isFields(meta) && { meta }) }) : { message }
}

/** Why there is no answer: as the page or the client tells it as data, else as the service's code and its fields do. */
export function toldOfFailure({ code, message, meta = {} }: Pick<CellFailure, 'code' | 'message' | 'meta'>): Told {
  const cause = own(meta, 'cause')
  const kind = isFields(cause) ? own(cause, 'kind') : undefined
  const values = isFields(cause) ? own(cause, 'values') : undefined
  if (typeof kind === 'string') return { message, cause: { kind, values: isFields(values) ? values : {} } }
  return { message, cause: causeOfCode(code, meta) }
}
