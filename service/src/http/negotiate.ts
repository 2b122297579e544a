import { type Refusal, refuse } from './refusal.ts'

export type AnswerForm = 'json' | 'stream'

const FORMS: Readonly<Record<string, AnswerForm>> = {
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'text/event-stream': 'stream',
}

/** What the caller wants back. JSON where nothing is said or anything goes; of several, the one of the highest weight, then the first. */
export function negotiateAnswer(accept: string | null): { readonly ok: true; readonly form: AnswerForm } | Refusal {
  if (accept === null || accept === '' || accept === '*/*' || accept === 'application/json') return { ok: true, form: 'json' }
  if (accept === 'text/event-stream') return { ok: true, form: 'stream' }
  let best: { readonly form: AnswerForm; readonly weight: number } | null = null
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const form = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (form !== undefined && weight > (best?.weight ?? 0)) best = { form, weight }
  }
  if (best !== null) return { ok: true, form: best.form }
  return refuse(
    'not_acceptable',
    'The Accept header allows neither of the two forms an answer has. Send application/json, text/event-stream, or leave it out.',
  )
}
