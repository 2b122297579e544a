import type { Mode } from './auth-settings.ts'
import { type Environment, SettingProblem, readText, readWholeNumber } from './setting.ts'

export interface ListenSettings {
  readonly host: string
  /** 0 lets the system pick a free one. */
  readonly port: number
  /** Null where no metrics are served. */
  readonly metricsPort: number | null
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)

export function readListenSettings(env: Environment, mode: Mode): ListenSettings {
  const host = readText(env, 'HOST') ?? '127.0.0.1'
  if (mode === 'development' && !isLoopback(host)) {
    throw new SettingProblem(
      `HOST is "${host}", but the development mode gives tokens away and listens on loopback only. Use 127.0.0.1, or VITRINE_MODE=production.`,
    )
  }
  const metricsPort =
    readText(env, 'VITRINE_METRICS_PORT') === undefined ? null : readWholeNumber(env, 'VITRINE_METRICS_PORT', 0, [1, 65_535])
  return { host, port: readWholeNumber(env, 'PORT', 8000, [0, 65_535]), metricsPort }
}
