// Runs turbo with its telemetry off, on every system (a shell's `NAME=1 command` is not known on Windows).
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('turbo', process.argv.slice(2), {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
})
process.exit(status ?? 1)
