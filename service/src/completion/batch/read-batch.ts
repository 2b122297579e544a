import type { BatchRow, BatchRunRequest, RunMode } from '@vitrine/contracts'
import { readBatchRequest } from '@vitrine/contracts/schemas'
import type { TemplateInputs, TemplateValue } from '@vitrine/templating'
import { parseBody } from '../../http/parse-body.ts'
import { readBody } from '../../http/read-body.ts'
import type { Refusal } from '../../http/refusal.ts'
import { issuesRefusal, readLosslessly } from '../read-run-request.ts'
import { inputsIn } from '../template-inputs.ts'

export interface BatchReading {
  readonly request: BatchRunRequest
  /** As templates are to see them. */
  readonly inputsOf: (row: BatchRow, at: number) => TemplateInputs
}

/** A batch may be as large as so many bodies of single runs: 32 MB where nothing else is set. */
export const BODIES_PER_BATCH = 8

function rowAt(body: TemplateValue | null, at: number): TemplateValue {
  if (typeof body !== 'object' || body === null) return null
  const rows = Object.getOwnPropertyDescriptor(body, 'rows')?.value as TemplateValue | undefined
  return Array.isArray(rows) ? (rows[at] ?? null) : null
}

/** Reads the body of a batch: size, type and JSON first, then its shape. */
export async function readBatch(
  request: Request,
  mode: RunMode,
  maxBodyBytes: number,
): Promise<{ readonly ok: true; readonly batch: BatchReading } | Refusal> {
  const body = await readBody(request, maxBodyBytes * BODIES_PER_BATCH)
  if (!body.ok) return body
  const parsed = parseBody(body.text)
  if (!parsed.ok) return parsed
  const read = readBatchRequest(mode, parsed.value)
  if (!read.ok) return issuesRefusal(read.issues)
  const lossless = readLosslessly(body.text)
  if (!lossless.ok) return lossless
  return {
    ok: true,
    batch: {
      request: read.request,
      // What JSON.parse gives is plain JSON, which is what templates take.
      inputsOf: ({ inputs }, at) => inputsIn(rowAt(lossless.body, at)) ?? (inputs as TemplateInputs),
    },
  }
}
