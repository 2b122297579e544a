import { WIRE_DETAILS, type WireDetail } from '@vitrine/contracts'
import { type Refusal, refuse } from '../http/refusal.ts'

/** What the headers of a run ask for, beside its body. */
export interface RunOptions {
  readonly wire: WireDetail
  readonly deadlineMs: number
  readonly runId: string | null
  readonly rowId: string | null
}

const ID = /^[\x21-\x7e]{1,128}$/

const invalid = (name: string, advice: string): Refusal =>
  refuse('invalid_request', `The header ${name} cannot be used: it must be ${advice}.`, {
    issues: [{ path: name, message: `must be ${advice}` }],
  })

/** A caller may ask for less time than the service gives, never for more. */
export function readRunOptions(headers: Headers, deadlineMs: number): { readonly ok: true; readonly options: RunOptions } | Refusal {
  const wire = headers.get('x-vitrine-wire') ?? 'none'
  const detail = WIRE_DETAILS.find((known) => known === wire)
  if (detail === undefined) return invalid('X-Vitrine-Wire', WIRE_DETAILS.join(', '))
  const deadline = headers.get('x-vitrine-deadline-ms')
  if (deadline !== null && !/^[1-9]\d{0,8}$/.test(deadline))
    return invalid('X-Vitrine-Deadline-Ms', 'a whole number of milliseconds above 0')
  const runId = headers.get('x-vitrine-run')
  const rowId = headers.get('x-vitrine-row')
  if (runId !== null && !ID.test(runId)) return invalid('X-Vitrine-Run', 'at most 128 visible characters')
  if (rowId !== null && !ID.test(rowId)) return invalid('X-Vitrine-Row', 'at most 128 visible characters')
  return {
    ok: true,
    options: { wire: detail, deadlineMs: deadline === null ? deadlineMs : Math.min(deadlineMs, Number(deadline)), runId, rowId },
  }
}
