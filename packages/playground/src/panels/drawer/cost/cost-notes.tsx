import type { Cost, ModelPrice, TokenUsage } from '@vitrine/contracts'
import { type Say, useLocale, useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import box from '../drawer.module.css'
import type { CostSheet } from './cost-lines.ts'
import { exactMoney } from './exact-money.ts'

export interface CostNotesProps {
  readonly sheet: CostSheet
  readonly usage: TokenUsage
  readonly cost: Cost | null
  readonly price: ModelPrice | null
}

/** Where the figures come from, a sentence each. */
export function CostNotes({ sheet, usage, cost, price }: CostNotesProps) {
  const say = useText('drawer')
  const locale = useLocale()
  const formats = useFormats()
  const isDemo = price?.source === 'demo'
  const notes = [
    sourceNote(sheet, cost, say),
    sheet.tableUsd === null ? null : say('costDiffers', { amount: exactMoney(sheet.tableUsd, locale) }),
    sheet.longFromTokens === null ? null : say('longContext', { tokens: formats.integer(sheet.longFromTokens) }),
    say(usage.source === 'estimate' ? 'tokensEstimated' : 'tokensReported'),
    isDemo ? say('costDemo') : null,
    price === null || isDemo ? null : say('priceFrom', { date: price.date, source: price.source }),
  ].filter((note) => note !== null)
  return (
    <ul data-part="cost-notes">
      {notes.map((note) => (
        <li key={note} className={box.muted}>
          {note}
        </li>
      ))}
    </ul>
  )
}

function sourceNote({ source }: CostSheet, cost: Cost | null, say: Say<'drawer'>): string {
  switch (source) {
    case 'provider':
      return say('costProvider')
    case 'gateway':
      return say('costGateway')
    case 'table':
      return cost?.priceDate === undefined ? say('costTablePlain') : say('costTable', { date: cost.priceDate })
    case 'unknown':
      return say('costUnknown')
    default:
      return source satisfies never
  }
}
