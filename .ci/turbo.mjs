// Runs turbo with its telemetry off, on every system (a shell's `NAME=1 command` is not known on Windows). With --quiet it says nothing
// unless it fails.
import { spawnSync } from 'node:child_process'

const isQuiet = process.argv.includes('--quiet')
const { status, stdout, stderr } = spawnSync(
  'turbo',
  process.argv.slice(2).filter((word) => word !== '--quiet'),
  {
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  },
)
if (isQuiet && status !== 0) console.error(`${stdout}${stderr}`)
process.exit(status ?? 1)
