import type { RawRequest } from '@vitrine/contracts'
import { readRawRequest } from '@vitrine/contracts/schemas'
import { parseAsWritten } from '../http/parse-as-written.ts'
import { parseBody } from '../http/parse-body.ts'
import { readBody } from '../http/read-body.ts'
import type { Refusal } from '../http/refusal.ts'
import { issuesRefusal } from './read-run-request.ts'

/** Reads the body of a raw run: size, type and JSON first, then its shape. What is inside the provider's body is the provider's to judge. */
export async function readRawRun(
  request: Request,
  maxBodyBytes: number,
): Promise<{ readonly ok: true; readonly request: Required<RawRequest> } | Refusal> {
  const body = await readBody(request, maxBodyBytes)
  if (!body.ok) return body
  const parsed = parseBody(body.text, parseAsWritten)
  if (!parsed.ok) return parsed
  const read = readRawRequest(parsed.value)
  return read.ok ? read : issuesRefusal(read.issues)
}
