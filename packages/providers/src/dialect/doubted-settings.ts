import type { GatewayFacts, SettingsReport } from '@vitrine/contracts'
import { asObject } from './json.ts'

/** What no gateway leaves out, and what speaks to the gateway itself. */
const CERTAIN: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'stream',
  'stream_options',
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'store',
  'include',
  'metadata',
  'user',
  'provider',
  'models',
  'plugins',
  'debug',
])

/**
 * A report of settings once the answer has told what stood on the way: those that were sent and of which nobody says whether the model got
 * them are named. OpenRouter promises to leave out none where `provider.require_parameters` was sent.
 */
export function withDoubts(report: SettingsReport, gateway: GatewayFacts | null): SettingsReport {
  const reason = gateway?.settingsDoubt
  if (gateway === null || reason === undefined || isPromised(report.sent)) return report
  const doubted = Object.keys(report.sent).flatMap((name) => (CERTAIN.has(name) ? [] : [{ name, reason }]))
  return doubted.length === 0 ? report : { ...report, doubted }
}

const isPromised = (sent: SettingsReport['sent']): boolean => asObject(sent['provider'])?.['require_parameters'] === true
