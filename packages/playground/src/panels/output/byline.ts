import type { Say } from '../../messages/use-text.ts'
import type { Cell } from '../../state/cell.ts'
import type { Figure } from '../../ui/figures.tsx'

/** What the figures are written with. */
export interface FigureFormats {
  readonly money: (usd: number | null) => string
  readonly duration: (durationMs: number | null) => string
  readonly tokens: (tokens: number | null) => string
}

/** The specimen label of an output, in its fixed order. What is not known yet is left out; an estimate carries `≈`. */
export function bylineOf(cell: Cell, formats: FigureFormats, say: Say<'output'>, isDemo: boolean): readonly Figure[] {
  const { usage, times } = cell
  const sent = times.sentMs ?? 0
  const figures: Figure[] = []
  if (times.firstTokenMs !== null) figures.push({ name: 'ttft', value: formats.duration(times.firstTokenMs - sent), why: say('ttftWhy') })
  if (times.endMs !== null && times.sentMs !== null)
    figures.push({ name: 'total', value: formats.duration(times.endMs - sent), why: say('totalWhy') })
  if (usage === null) {
    if (cell.estimatedOutputTokens > 0)
      figures.push({ name: 'out', value: `≈ ${formats.tokens(cell.estimatedOutputTokens)}`, why: say('estimated') })
    return figures
  }
  const mark = usage.source === 'estimate' ? '≈ ' : ''
  const source = say(usage.source === 'estimate' ? 'estimated' : 'reported')
  const cached = usage.cachedTokens ?? 0
  const thought = usage.reasoningTokens ?? 0
  const perSecond = tokensPerSecond(cell)
  figures.push(
    {
      name: 'in',
      value: mark + formats.tokens(usage.inputTokens),
      why: cached > 0 ? `${source}. ${say('cachedWhy', { cached: formats.tokens(cached) })}` : source,
    },
    { name: 'out', value: mark + formats.tokens(usage.outputTokens), why: source },
    { name: 'think', value: formats.tokens(thought), thinking: thought > 0, optional: thought === 0 },
  )
  if (perSecond !== null) figures.push({ name: 'speed', value: formats.tokens(Math.round(perSecond)), optional: true })
  figures.push({ name: 'cost', value: formats.money(cell.cost?.totalUsd ?? null), why: costWhy(cell, say, isDemo) })
  return figures
}

/** From the first token to the end; null where that was too short to say. */
export function tokensPerSecond({ usage: whole, times, continued }: Cell): number | null {
  // The times of an answer in parts are those of its last one.
  const usage = continued === null ? whole : continued.usage
  if (usage === null || times.firstTokenMs === null || times.endMs === null) return null
  const durationMs = times.endMs - times.firstTokenMs
  return durationMs < 20 || usage.outputTokens === 0 ? null : (usage.outputTokens / durationMs) * 1000
}

function costWhy({ cost }: Cell, say: Say<'output'>, isDemo: boolean): string {
  if (cost === null || cost.source === 'unknown') return say('costUnknown')
  if (isDemo) return say('costDemo')
  if (cost.source === 'provider') return say('costProvider')
  return cost.source === 'gateway' ? say('costGateway') : say('costTable', { date: cost.priceDate ?? '' })
}
