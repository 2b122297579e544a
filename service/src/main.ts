import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import type { Config } from './config/parse-config.ts'
import { SettingProblem } from './config/setting.ts'
import { type Composition, compose } from './deps.ts'
import { createServer } from './server/create-server.ts'
import { listen } from './server/listen.ts'
import { shutDownOn } from './server/shut-down.ts'
import { readPage } from './page/read-page.ts'
import { telemetry } from './telemetry.ts'

const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url))
/** With this flag somebody else serves the page, such as the development server with hot reload. */
const WITHOUT_PAGE = '--without-page'

async function start(config: Config): Promise<void> {
  if (telemetry === null) throw new Error('telemetry starts wherever the settings are good')
  const page = process.argv.includes(WITHOUT_PAGE) ? null : readPage(WEB_DIST)
  const composition: Composition = await compose(config, telemetry, page)
  const server = createServer(createApp(composition.deps))
  const address = await listen(server, config.listen, telemetry)
  shutDownOn({ server, composition, telemetry, startedByNpm: config.startedByNpm })
  process.stdout.write(`Vitrine is ready: ${address}\n`)
}

const reading = loadConfig()
try {
  if (!reading.ok) throw new SettingProblem(reading.problem)
  await start(reading.config)
} catch (problem) {
  if (!(problem instanceof SettingProblem)) throw problem
  process.stderr.write(`Vitrine cannot start: ${problem.message}\n`)
  process.exit(1)
}
