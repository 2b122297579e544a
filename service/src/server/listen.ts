import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ListenSettings } from '../config/listen-settings.ts'
import { SettingProblem } from '../config/setting.ts'
import type { Telemetry } from '../telemetry/start-telemetry.ts'

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '')

function problemWith(cause: unknown, variable: string, { host, port }: { host: string; port: number }): SettingProblem {
  const code = codeOf(cause)
  if (code === 'EADDRINUSE')
    return new SettingProblem(`port ${port} on ${host} is in use. Stop what uses it, or choose another ${variable}.`)
  if (code === 'EACCES') return new SettingProblem(`port ${port} on ${host} may not be used by this user. Choose a ${variable} above 1023.`)
  return new SettingProblem(`${host}:${port} cannot be listened on (${code}). Change HOST or ${variable}.`)
}

/** Opens both listeners. Resolves to the address people open. *Errors*: a `SettingProblem` where one cannot be had. */
export async function listen(server: Server, settings: ListenSettings, telemetry: Telemetry): Promise<string> {
  const { host, port, metricsPort } = settings
  try {
    await telemetry.startMetricsListener()
  } catch (cause) {
    throw problemWith(cause, 'VITRINE_METRICS_PORT', { host: '127.0.0.1', port: metricsPort ?? 0 })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(problemWith(cause, 'PORT', { host, port })))
    server.listen(port, host, resolve)
  })
  const bound = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`
}
