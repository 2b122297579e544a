import { jsonOf } from '../json-of.ts'

/** `score` runs from 0 to 1. */
export interface Verdict {
  readonly pass: boolean
  readonly score: number
  readonly reason: string
}

/** What a judge decided; null where that cannot be made out. Models that know no JSON schema fence their JSON, or talk around it. */
export function readVerdict(text: string, parsed?: unknown): Verdict | null {
  const whole = parsed === undefined ? jsonOf(text) : ({ ok: true, value: parsed } as const)
  if (whole.ok) return toVerdict(whole.value)
  const braced = jsonOf(text.slice(Math.max(text.indexOf('{'), 0), text.lastIndexOf('}') + 1))
  return braced.ok ? toVerdict(braced.value) : null
}

function toVerdict(value: unknown): Verdict | null {
  if (typeof value !== 'object' || value === null) return null
  const { pass, score, reason } = value as { readonly pass?: unknown; readonly score?: unknown; readonly reason?: unknown }
  if (typeof pass !== 'boolean' || typeof score !== 'number' || !(score >= 0 && score <= 1)) return null
  return { pass, score, reason: typeof reason === 'string' ? reason : '' }
}
