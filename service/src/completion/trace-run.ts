import type { Attributes } from '@opentelemetry/api'
import type { RunMode, RunRequest } from '@vitrine/contracts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { RunOptions } from './run-options.ts'

/** Characters of JSON: what is bigger belongs somewhere else than on a span. */
const SMALL = 1024

function small(value: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (value === undefined) return undefined
  const text = JSON.stringify(value)
  return text.length <= SMALL ? text : undefined
}

function batchAttributes({ runId, rowId }: Pick<RunOptions, 'runId' | 'rowId'>): Attributes {
  return { ...(runId === null ? {} : { [ATTRIBUTE.runId]: runId }), ...(rowId === null ? {} : { [ATTRIBUTE.rowId]: rowId }) }
}

/** What the root span says of a run whose body the caller wrote. */
export const rawAttributes = (mode: RunMode, options: RunOptions): Attributes => ({
  [ATTRIBUTE.mode]: mode,
  [ATTRIBUTE.raw]: true,
  ...batchAttributes(options),
})

/** What the root span says of a run; nothing of what the prompt says. */
export function runAttributes(request: Omit<RunRequest, 'inputs' | 'history'>, options: Pick<RunOptions, 'runId' | 'rowId'>): Attributes {
  const attributes: Attributes = {
    [ATTRIBUTE.mode]: request.mode,
    [ATTRIBUTE.templateFormat]: request.templateFormat,
    ...batchAttributes(options),
  }
  if (request.applicationId !== undefined) attributes[ATTRIBUTE.applicationId] = request.applicationId
  const references = small(request.references)
  if (references !== undefined) attributes[ATTRIBUTE.references] = references
  const links = small(request.links)
  if (links !== undefined) attributes[ATTRIBUTE.links] = links
  return attributes
}
