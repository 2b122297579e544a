import type { ProviderEvent, TokenUsage } from '@vitrine/contracts'
import { costOfUsage } from './cost.ts'
import type { Json } from './json.ts'

/** The events of an answer until they are taken. */
export class EventOutbox {
  #out: ProviderEvent[] = []
  /** After a failure only usage and cost are still told. */
  hasFailed = false

  push(event: ProviderEvent): void {
    this.#out.push(event)
  }

  /** What no meaning is known for; after an error it is in the wire view alone. */
  keep(eventType: string, data: unknown): void {
    if (!this.hasFailed) this.#out.push({ type: 'raw', eventType, data })
  }

  /** What a provider says was used, and what it cost where it says that too; figures that cannot be right are kept as they came. */
  tellUsage(usage: Json | null, toUsage: (usage: Json) => TokenUsage | null, headers: Readonly<Record<string, string>>): void {
    if (usage === null) return
    const counts = toUsage(usage)
    if (counts === null) this.keep('usage', usage)
    else this.#out.push({ type: 'usage', ...counts })
    const cost = costOfUsage(usage, headers)
    if (cost !== null) this.#out.push(cost)
  }

  take(): readonly ProviderEvent[] {
    const out = this.#out
    if (out.length === 0) return out
    this.#out = []
    return out
  }
}
