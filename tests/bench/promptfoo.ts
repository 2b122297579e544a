import { promptfooProgram, runPromptfoo } from '../running/promptfoo.ts'
import { measured, ROWS, type Run, TEXT } from './batch-run.ts'
import { type BenchResult, compared, median } from './result.ts'

const AT_ONCE = 100
const ROUNDS = 2
/** A batch is over in a fraction of promptfoo's time, in which anything else on the machine would count for much. */
const BATCHES = 9

/** The same prompt and the same values as the batch has. */
function configOf(rows: number): string {
  const tests = Array.from({ length: rows }, (_, at) => ({ vars: { name: `Ann ${at}` } }))
  const providers = [{ id: 'openai:chat:gpt-4o-mini', config: { omitDefaults: true } }]
  return JSON.stringify({ prompts: [TEXT], providers, tests })
}

const promptfooOf =
  (tool: string, upstream: string): Run =>
  async (rows, atOnce) => {
    const { results, durationMs } = await runPromptfoo(tool, { config: configOf(rows), upstream: `${upstream}/v1`, atOnce, keeps: true })
    const done = results.filter(({ success }) => success).length
    if (done !== rows) throw new Error(`${done} of ${rows} rows were answered.`)
    return durationMs
  }

/** The batch route against promptfoo on the same rows; what that takes to start, and to run a single row, is taken off its time. */
export async function promptfooBench(): Promise<readonly BenchResult[]> {
  if (promptfooProgram === null) {
    console.log('  passed over: promptfoo is not installed (`npm test` installs it).')
    return []
  }
  const tool = promptfooProgram
  const result = await measured(0, async (batch, _loop, upstream) => {
    const promptfoo = promptfooOf(tool, upstream)
    const pairs: [number, number][] = []
    for (let round = 0; round < ROUNDS; round++) {
      const batches: number[] = []
      for (let run = 0; run < BATCHES; run++) batches.push(await batch(ROWS, AT_ONCE))
      const startMs = await promptfoo(1, AT_ONCE)
      pairs.push([median(batches) / ROWS, ((await promptfoo(ROWS, AT_ONCE)) - startMs) / ROWS])
    }
    const what = `a row of ${ROWS}, instant upstream, ${AT_ONCE} at once`
    return compared({ bench: 'promptfoo', unit: 'ms', what, goal: 0.05, peerName: 'promptfoo' }, pairs)
  })
  console.log(
    `  ${(1000 / result.ours).toFixed(0)} rows a second; promptfoo: ${(1000 / result.peer).toFixed(0)}; ${(1 / result.ratio).toFixed(0)} ×`,
  )
  return [result]
}
