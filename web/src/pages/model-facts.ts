import type { ModelCapabilities } from '@vitrine/contracts'
import { en } from '../messages/en.ts'

const UNKNOWN = '–'
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 4 })
const whole = new Intl.NumberFormat('en')

/** A price per token as a price per million; a dash where it is unknown. */
export const perMillion = (usdPerToken: number | undefined): string =>
  usdPerToken === undefined ? UNKNOWN : money.format(Number((usdPerToken * 1_000_000).toPrecision(12)))

export const tokens = (count: number | null): string => (count === null ? UNKNOWN : whole.format(count))

/** What a model can do, in words; a dash where nobody has said. */
export function abilities(capabilities: ModelCapabilities | null): string {
  if (capabilities === null) return UNKNOWN
  const words = Object.entries(en.modelsPage.abilities).filter(([name]) => capabilities[name as keyof ModelCapabilities])
  return words.length === 0 ? en.modelsPage.textOnly : words.map(([, word]) => word).join(', ')
}
