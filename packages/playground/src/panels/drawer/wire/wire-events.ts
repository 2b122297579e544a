import type { WireAttempt } from '@vitrine/contracts'

/** One line of the list: what it is, and its data as short as it means the same. */
export interface WireLine {
  readonly atMs: number
  readonly kind: string
  readonly text: string
  /** Of the request itself, which has no data here. */
  readonly sent?: { readonly method: string; readonly bytes: number; readonly attempt: number }
}

export type WireItem =
  | { readonly type: 'line'; readonly line: WireLine }
  /** A run of deltas after the first few; `id` names it for unfolding. */
  | { readonly type: 'fold'; readonly id: number; readonly lines: readonly WireLine[] }

const SHOWN = 4
/** Fewer than so many are not worth a fold. */
const WORTH = 3

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined

/** What an event of a stream is, by what every dialect of it has in common. */
export function readEvent(data: string): { readonly kind: string; readonly text: string } {
  if (data.trim() === '[DONE]') return { kind: 'done', text: data }
  const event = parsed(data)
  if (event === undefined) return { kind: 'text', text: data }
  const { error, type, choices, usage } = event
  if (error !== undefined && error !== null) return { kind: 'error', text: JSON.stringify(error) }
  if (typeof type === 'string') return typed(type, event)
  const choice = Array.isArray(choices) ? fieldsOf(choices[0]) : undefined
  if (choice === undefined) return fieldsOf(usage) ? { kind: 'usage', text: JSON.stringify(usage) } : { kind: 'event', text: data }
  if (typeof choice['finish_reason'] === 'string') return { kind: 'finish', text: JSON.stringify(choice['finish_reason']) }
  return { kind: 'delta', text: JSON.stringify(choice['delta'] ?? choice) }
}

function typed(type: string, { type: _type, ...rest }: Fields): { readonly kind: string; readonly text: string } {
  const kind = type.endsWith('delta') ? 'delta' : type
  return { kind, text: JSON.stringify('delta' in rest && kind === 'delta' ? rest['delta'] : rest) }
}

function parsed(data: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(data))
  } catch {
    return undefined
  }
}

/** Sent, answered, then each event as it came. *Units*: milliseconds since the service accepted the request. */
export function wireLines({ attempt, request, response, events = [], times }: WireAttempt): readonly WireLine[] {
  const bytes = new TextEncoder().encode(request.body).length
  const sent: WireLine = { atMs: times.queued, kind: 'sent', text: '', sent: { method: request.method, bytes, attempt } }
  const answered = response && {
    atMs: times.firstByte ?? times.connected ?? times.queued,
    kind: 'headers',
    text: `${response.status} ${response.headers['content-type'] ?? ''}`.trim(),
  }
  return [sent, ...(answered ? [answered] : []), ...events.map(({ atMs, data }) => ({ atMs, ...readEvent(data) }))]
}

/** The lines with long runs of deltas folded. */
export function foldedLines(lines: readonly WireLine[]): readonly WireItem[] {
  const items: WireItem[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (!line) break
    const end = line.kind === 'delta' ? endOfRun(lines, at) : at + 1
    const run = lines.slice(at, end)
    const isLong = run.length >= SHOWN + WORTH
    for (const shown of isLong ? run.slice(0, SHOWN) : run) items.push({ type: 'line', line: shown })
    if (isLong) items.push({ type: 'fold', id: at, lines: run.slice(SHOWN) })
    at = end
  }
  return items
}

function endOfRun(lines: readonly WireLine[], from: number): number {
  const end = lines.findIndex((line, index) => index > from && line.kind !== 'delta')
  return end < 0 ? lines.length : end
}
