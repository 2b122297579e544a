import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { issueToken } from './auth/issue-token.ts'
import { signingSecret } from './auth/token-rules.ts'
import { loadConfig } from './config.ts'
import { SettingProblem } from './config/setting.ts'

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const USAGE = 'Run: npm run token -- --project UUID [--expires 1h]'
const UNIT_SECONDS = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
])

/** `90s`, `15m`, `1h`, `7d`. */
function lifetimeOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  const seconds = Number(count) * (UNIT_SECONDS.get(unit) ?? 0)
  if (seconds > 0) return seconds
  throw new SettingProblem(`--expires is "${text}", but must be a number with s, m, h or d, such as 1h.`)
}

async function main(): Promise<string> {
  const { values } = parseArgs({ options: { project: { type: 'string' }, expires: { type: 'string', default: '1h' } } })
  const { project, expires } = values
  if (project === undefined) throw new SettingProblem(`The project is missing. ${USAGE}`)
  if (!UUID.test(project)) throw new SettingProblem(`The project is "${project}", which is no UUID. ${USAGE}`)
  const reading = loadConfig()
  if (!reading.ok) throw new SettingProblem(reading.problem)
  const { auth } = reading.config
  const secret = signingSecret(auth, () => randomBytes(32).toString('base64url'))
  if (secret === null) {
    throw new SettingProblem('VITRINE_AUTH_JWKS_URL is set: tokens come from that issuer, and cannot be made here. Ask it for one.')
  }
  const { issuer, audience } = auth
  const lifetimeSeconds = lifetimeOf(expires)
  const { token } = await issueToken({
    secret,
    issuer,
    audience,
    subject: 'local',
    projects: [project],
    nowMs: Date.now(),
    lifetimeSeconds,
  })
  return token
}

try {
  process.stdout.write(`${await main()}\n`)
} catch (problem) {
  process.stderr.write(`No token: ${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exitCode = 1
}
