import { type AuthSettings, type Mode, readAuthSettings } from './auth-settings.ts'
import { LOG_LEVELS, type LogLevel } from '../log.ts'
import { type ListenSettings, readListenSettings } from './listen-settings.ts'
import { type ProviderSettings, readProviderSettings } from './provider-settings.ts'
import { type ResponsesSettings, readResponsesSettings } from './responses-settings.ts'
import { type Environment, SettingProblem, readAmount, readChoice, readOrigins, readText, readWholeNumber } from './setting.ts'
import { type TelemetrySettings, readTelemetrySettings } from './telemetry-settings.ts'

/** Everything the service is told from outside, checked. */
export interface Config {
  readonly mode: Mode
  readonly listen: ListenSettings
  readonly auth: AuthSettings
  readonly providers: ProviderSettings
  readonly responses: ResponsesSettings
  /** A file of the operator's own prices and models. */
  readonly pricesFile: string | null
  readonly corsOrigins: readonly string[]
  readonly frameAncestors: readonly string[]
  readonly maxBodyBytes: number
  readonly deadlineMs: number
  /** Calls at once for one provider key. */
  readonly concurrency: number
  readonly logLevel: LogLevel
  readonly telemetry: TelemetrySettings
  /** Started by npm, whose shell does not pass SIGTERM on: the service then ends when its parent is gone. */
  readonly startedByNpm: boolean
}

const KNOWN_NAMES = [
  'VITRINE_MODE',
  'VITRINE_AUTH_SECRET',
  'VITRINE_AUTH_JWKS_URL',
  'VITRINE_AUTH_ISSUER',
  'VITRINE_AUTH_AUDIENCE',
  'VITRINE_API_KEYS_FILE',
  'VITRINE_TRANSPORT',
  'VITRINE_RESPONSES_PROVIDERS',
  'VITRINE_REASONING_IN_TEXT',
  'VITRINE_TOOLS_MAX_COUNT',
  'VITRINE_TOOLS_MAX_KB',
  'VITRINE_PRICES_FILE',
  'VITRINE_CORS_ORIGINS',
  'VITRINE_FRAME_ANCESTORS',
  'VITRINE_MAX_BODY_MB',
  'VITRINE_DEADLINE_MS',
  'VITRINE_CONCURRENCY',
  'VITRINE_METRICS_PORT',
  'VITRINE_LOG_LEVEL',
]

export type ConfigReading = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problem: string }

function refuseUnknownNames(env: Environment): void {
  const unknown = Object.keys(env).find((name) => name.toUpperCase().startsWith('VITRINE_') && !KNOWN_NAMES.includes(name))
  if (unknown === undefined) return
  throw new SettingProblem(`${unknown} is set, but there is no such setting. Unset it, or use one of ${KNOWN_NAMES.join(', ')}.`)
}

/** *Errors*: the first problem found, as one line for the person who starts the service. */
export function parseConfig(env: Environment): ConfigReading {
  try {
    refuseUnknownNames(env)
    const mode = readChoice(env, 'VITRINE_MODE', ['development', 'production'], 'development')
    const listen = readListenSettings(env, mode)
    return {
      ok: true,
      config: {
        mode,
        listen,
        auth: readAuthSettings(env, mode),
        providers: readProviderSettings(env, { mode, ownPort: listen.port }),
        responses: readResponsesSettings(env),
        pricesFile: readText(env, 'VITRINE_PRICES_FILE') ?? null,
        corsOrigins: readOrigins(env, 'VITRINE_CORS_ORIGINS'),
        frameAncestors: readOrigins(env, 'VITRINE_FRAME_ANCESTORS'),
        maxBodyBytes: Math.floor(readAmount(env, 'VITRINE_MAX_BODY_MB', 4, 1024) * 1_048_576),
        deadlineMs: readWholeNumber(env, 'VITRINE_DEADLINE_MS', 120_000, [1, 3_600_000]),
        concurrency: readWholeNumber(env, 'VITRINE_CONCURRENCY', 64, [1, 100_000]),
        // In development only what went wrong, so that a terminal stays readable.
        logLevel: readChoice(env, 'VITRINE_LOG_LEVEL', LOG_LEVELS, mode === 'production' ? 'info' : 'warn'),
        telemetry: readTelemetrySettings(env),
        startedByNpm: readText(env, 'npm_lifecycle_event') !== undefined,
      },
    }
  } catch (problem) {
    if (problem instanceof SettingProblem) return { ok: false, problem: problem.message }
    throw problem
  }
}
