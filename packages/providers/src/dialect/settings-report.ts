import type { SettingsReport } from '@vitrine/contracts'

/** Gathers what becomes of each setting. Names are the wire's, as the caller wrote them. */
export interface ReportBuilder {
  drop(name: string, reason: string): void
  change(name: string, from: unknown, to: unknown, reason: string): void
  /** `body` is the provider's, without the messages. */
  toReport(body: Readonly<Record<string, unknown>>): SettingsReport
}

export function createReportBuilder(): ReportBuilder {
  const dropped: { name: string; reason: string }[] = []
  const changed: { name: string; from: unknown; to: unknown; reason: string }[] = []
  return {
    drop: (name, reason) => void dropped.push({ name, reason }),
    change: (name, from, to, reason) => void changed.push({ name, from, to, reason }),
    toReport: (sent) => ({ sent, dropped, changed }),
  }
}
