import type { Attributes } from '@opentelemetry/api'
import type { RunRequest } from '@vitrine/contracts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { RunOptions } from './run-options.ts'

/** Characters of JSON: what is bigger belongs somewhere else than on a span. */
const SMALL = 1024

function small(value: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (value === undefined) return undefined
  const text = JSON.stringify(value)
  return text.length <= SMALL ? text : undefined
}

/** What the root span says of a run; nothing of what the prompt says. */
export function runAttributes(request: RunRequest, options: RunOptions): Attributes {
  const attributes: Attributes = { [ATTRIBUTE.mode]: request.mode, [ATTRIBUTE.templateFormat]: request.templateFormat }
  if (options.runId !== null) attributes[ATTRIBUTE.runId] = options.runId
  if (options.rowId !== null) attributes[ATTRIBUTE.rowId] = options.rowId
  if (request.applicationId !== undefined) attributes[ATTRIBUTE.applicationId] = request.applicationId
  const references = small(request.references)
  if (references !== undefined) attributes[ATTRIBUTE.references] = references
  const links = small(request.links)
  if (links !== undefined) attributes[ATTRIBUTE.links] = links
  return attributes
}
