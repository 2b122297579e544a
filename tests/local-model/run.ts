// `npm run verify:local-model`: a real small model behind the service, in this machine's own processor, and what came of it as a table.
import { clientOf } from '../running/service-client.ts'
import { startService } from '../running/service-process.ts'
import { checkPage } from './check-page.ts'
import { CHECKS, type Outcome } from './checks.ts'
import { installParts } from './install-parts.ts'
import { startModelServer } from './start-model-server.ts'

const MODEL = 'SmolLM2-135M-Instruct'

const figure = (value: number | undefined, digits = 0): string => (value === undefined ? '' : value.toFixed(digits))

/** Tokens a second from the first token on, or over all where there is no first one. */
function speedOf({ outputTokens, totalMs, firstTokenMs = 0 }: Outcome): string {
  return outputTokens === undefined || totalMs === undefined ? '' : figure(outputTokens / ((totalMs - firstTokenMs) / 1000), 1)
}

const row = (outcome: Outcome): readonly string[] => [
  outcome.ok ? 'ok' : 'FAILED',
  outcome.what,
  outcome.seen,
  figure(outcome.firstTokenMs),
  figure(outcome.totalMs),
  figure(outcome.inputTokens),
  figure(outcome.outputTokens),
  speedOf(outcome),
]

function print(outcomes: readonly Outcome[]): void {
  const rows = [['', 'what', 'seen', 'first ms', 'all ms', 'in', 'out', 'tokens/s'], ...outcomes.map(row)]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  for (const cells of rows) {
    console.log(
      cells.map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
  }
}

async function verify(): Promise<readonly Outcome[]> {
  const parts = installParts()
  const server = await startModelServer(parts)
  const service = await startService({ LLAMACPP_BASE_URL: server.origin })
  try {
    const surroundings = { client: clientOf(service.origin), server, model: `llamacpp/${MODEL}` }
    const outcomes: Outcome[] = []
    for (const check of CHECKS) outcomes.push(await check(surroundings))
    const page = await checkPage(service.origin, MODEL)
    if (page === null) console.log('Left out: the playground, since there is no browser (set CHROMIUM_PATH to one).')
    return page === null ? outcomes : [...outcomes, page]
  } finally {
    await service.stop()
    await server.stop()
  }
}

try {
  const outcomes = await verify()
  print(outcomes)
  const failures = outcomes.filter(({ ok }) => !ok).length
  console.log(`${outcomes.length - failures} passed, ${failures} failed`)
  process.exitCode = failures === 0 ? 0 : 1
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
