import { BINDINGS_CONTRACT, type PlaygroundBindings } from '../bindings.ts'
import { sampleStream } from '../execution/sample-answer.ts'
import type { Cell } from '../state/cell.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { Play } from '../worker/played-service.ts'

/** Makes the bindings under test over a played service, with at least two rows that can run. */
type MakeBindings = (play: Play) => PlaygroundBindings

/** One thing that every adapter keeps to. It throws, or rejects, where the bindings do not. */
interface BindingsCheck {
  readonly name: string
  readonly check: (make: MakeBindings) => Promise<void>
}

function must(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

const ANSWERS: Play = (_sent, answer) => answer.events(...sampleStream('Hello'))
const REFUSES: Play = (_sent, answer) => answer.refuse(500, { detail: { code: 'provider_error', message: 'It broke.' } })
const HOLDS: Play = (_sent, answer) => answer.hold()

interface Subject {
  readonly bindings: PlaygroundBindings
  readonly state: PlaygroundState
  readonly rowIds: readonly [string, string]
  readonly cell: (rowId: string) => Cell
}

async function using(make: MakeBindings, play: Play, work: (subject: Subject) => Promise<void> | void): Promise<void> {
  const bindings = make(play)
  const { state } = bindings
  must(state !== undefined, 'bring a state')
  const [first, second] = state.store.get(state.rows.idsAtom)
  must(first !== undefined && second !== undefined, 'begin with two rows that can run')
  try {
    await work({ bindings, state, rowIds: [first, second], cell: (rowId) => state.store.get(state.execution.cellAtom(rowId)) })
  } finally {
    bindings.dispose?.()
  }
}

/** The contract of bindings, for any adapter and any test runner. @see seeds/002, Bindings Interface */
export const BINDINGS_CHECKS: readonly BindingsCheck[] = [
  {
    name: 'speak this contract and have its members',
    check: (make) =>
      using(make, ANSWERS, ({ bindings, state }) => {
        const { contract = BINDINGS_CONTRACT } = bindings
        must(contract.startsWith('1.'), `speak contract 1, not ${contract}`)
        must(typeof bindings.isStateless === 'boolean', 'say whether they are stateless')
        must(bindings.loadableId !== '', 'name their rows')
        const schema = state.store.get(bindings.schemaAtom)
        must(schema === null || typeof schema.openapi === 'string', 'hold an OpenAPI document or null')
      }),
  },
  {
    name: 'say where runs go, by mode',
    check: (make) =>
      using(make, ANSWERS, ({ bindings, state }) => {
        for (const mode of ['chat', 'completion'] as const) {
          bindings.updatePrompt({ mode })
          const { runtimePrefix, routePath } = state.store.get(bindings.uriInfoAtom)
          must(routePath === mode, `route ${mode} runs to ${mode}, not to ${routePath}`)
          must(
            /^https?:\/\/.*[^/]$/.test(runtimePrefix) && !runtimePrefix.endsWith(`/${mode}`),
            `have a prefix without the mode: ${runtimePrefix}`,
          )
        }
      }),
  },
  {
    name: 'merge a patch into the draft and tell of it',
    check: (make) =>
      using(make, ANSWERS, ({ bindings, state }) => {
        const before = state.store.get(bindings.draftPromptAtom)
        let changes = 0
        const end = state.store.sub(bindings.draftPromptAtom, () => changes++)
        bindings.updatePrompt({
          messages: [{ id: 'm', role: 'user', content: '{{fresh}}' }],
          templateFormat: 'curly',
          variables: ['ignored'],
        })
        end()
        const draft = state.store.get(bindings.draftPromptAtom)
        must(changes > 0, 'tell of a patch')
        must(draft.llmConfig === before.llmConfig && draft.sessionId === before.sessionId, 'keep what a patch does not name')
        must(draft.variables.join() === 'fresh', `derive variables from the messages, not ${draft.variables.join()}`)
      }),
  },
  {
    name: 'run a row and settle when its result is there',
    check: (make) =>
      using(make, ANSWERS, async ({ bindings, rowIds: [row], cell }) => {
        await bindings.execute(row)
        must(cell(row).state === 'done' && cell(row).text === 'Hello', `have the result in the row, which is ${cell(row).state}`)
      }),
  },
  {
    name: 'put a failure into the row and do not reject',
    check: (make) =>
      using(make, REFUSES, async ({ bindings, rowIds: [row], cell }) => {
        await bindings.execute(row)
        must(cell(row).state === 'failed' && cell(row).failure?.code === 'provider_error', 'have the failure in the row')
      }),
  },
  {
    name: 'do nothing for a row that is not there',
    check: (make) => using(make, ANSWERS, ({ bindings }) => bindings.execute('no such row')),
  },
  {
    name: 'run many rows and count what became of them',
    check: (make) =>
      using(make, ANSWERS, async ({ bindings, rowIds }) => {
        const summary = await bindings.executeMany?.(rowIds)
        must(summary === undefined || (summary.rows === 2 && summary.done === 2), 'count two rows that are done')
      }),
  },
  {
    name: 'stop what runs, and settle',
    check: (make) =>
      using(make, HOLDS, async ({ bindings, rowIds: [row], cell }) => {
        if (!bindings.cancel) return
        const run = bindings.execute(row)
        bindings.cancel(row)
        await run
        must(['stopped', 'ready'].includes(cell(row).state), `have stopped the row, which is ${cell(row).state}`)
      }),
  },
  {
    name: 'share nothing with others',
    check: (make) =>
      using(make, ANSWERS, (one) =>
        using(make, ANSWERS, async (two) => {
          one.bindings.updatePrompt({ messages: [] })
          must(two.state.store.get(two.bindings.draftPromptAtom).messages.length > 0, 'have a draft of their own')
          await one.bindings.execute(one.rowIds[0])
          must(two.cell(two.rowIds[0]).state === 'ready', 'have rows of their own')
          must(one.state.store !== two.state.store, 'have a store of their own')
        }),
      ),
  },
  {
    name: 'send nothing after they were disposed of',
    async check(make) {
      let sent = 0
      const counted: Play = (run, answer) => {
        sent += run.url.includes('/test') ? 1 : 0
        ANSWERS(run, answer)
      }
      await using(make, counted, async ({ bindings, rowIds: [row] }) => {
        if (!bindings.dispose) return
        bindings.dispose()
        await bindings.execute(row)
        must(sent === 0, 'send nothing')
      })
    },
  },
]
