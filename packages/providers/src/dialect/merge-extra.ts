import type { ReportBuilder } from './settings-report.ts'

/** What a report does not repeat. */
const PROMPTS: ReadonlySet<string> = new Set(['messages', 'input'])

/** The caller's own fields go in last and win; a field named `__proto__` stays a field. */
export function mergeExtra(body: Record<string, unknown>, extra: Readonly<Record<string, unknown>>, report: ReportBuilder): void {
  for (const [name, value] of Object.entries(extra)) {
    if (Object.hasOwn(body, name)) report.change(name, PROMPTS.has(name) ? '…' : body[name], value, 'extra_body replaces it')
    Object.defineProperty(body, name, { value, enumerable: true, writable: true, configurable: true })
  }
}
