import { z } from 'zod'
import { RAW_APIS, type RawRequest } from '../raw-request.ts'
import type { RequestIssue } from '../run-request.ts'
import { documented, foreignObject } from './documented.ts'
import { requestIssues } from './request-issues.ts'

/** @see RawRequest */
export const rawRequestSchema = z
  .strictObject({ model: z.string().min(1), api: z.enum(RAW_APIS).nullish(), body: foreignObject() })
  .register(documented, {
    id: 'RawRequest',
    title: 'RawRequest',
    description:
      "model chooses the provider, and with it key and address. body is that provider's own request; it goes out as the JSON value that it is. api says which kind of request it is; auto is the one that a prompt would be sent in.",
  })

export type ReadRawRequest =
  | { readonly ok: true; readonly request: Required<RawRequest> }
  | { readonly ok: false; readonly issues: readonly RequestIssue[] }

/** Reads the body of a raw run. The provider's body is handed on by reference: nothing in it is looked at. */
export function readRawRequest(given: unknown): ReadRawRequest {
  const checked = rawRequestSchema.safeParse(given)
  if (!checked.success) return { ok: false, issues: requestIssues(given, checked.error.issues) }
  const { model, api, body } = checked.data
  return { ok: true, request: { model, api: api ?? 'auto', body } }
}
