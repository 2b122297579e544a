import { describe, expect, it } from 'vitest'
import type { PlaygroundEvent } from '../../events.ts'
import { FIRST_VISIT } from '../../example/first-visit.ts'
import { createFakeRealm, settled } from '../../execution/fake-realm.ts'
import { sampleStart, sampleStream } from '../../execution/sample-answer.ts'
import { type Play, type Sent, playedService } from '../../worker/played-service.ts'
import { BINDINGS_CHECKS } from '../bindings-contract.ts'
import { createStatelessBindings } from './create-stateless-bindings.ts'
import type { StatelessOptions } from './stateless-options.ts'

const PROJECT = '00000000-0000-4000-8000-000000000001'
const initial = {
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: 'Say {{a}}' }], llmConfig: { model: 'demo/echo' }, templateFormat: 'curly' },
  rows: [{ data: { a: '1' } }, { data: { a: '2' } }],
} as const

/** Frames come by themselves here: what is tested is the whole way. */
function setUp(play: Play, rest: Partial<StatelessOptions> = {}) {
  const realm = createFakeRealm({
    fetch: playedService(play),
    onFrame(work) {
      const timer = setTimeout(work)
      return () => clearTimeout(timer)
    },
  })
  const bindings = createStatelessBindings(
    { serviceUrl: 'https://s.test', projectId: PROJECT, getToken: async () => 'token', initial, ...rest },
    realm,
  )
  const told: PlaygroundEvent[] = []
  bindings.events.subscribe((event) => told.push(event))
  const { store, rows, execution } = bindings.state
  const id = (index: number) => store.get(rows.idsAtom)[index] ?? ''
  return { realm, bindings, told, store, id, cell: (index: number) => execution.cellOf(id(index)) }
}

describe('stateless bindings', () => {
  it.each(BINDINGS_CHECKS)('$name', async ({ check }) => {
    await expect(check((play) => setUp(play).bindings)).resolves.toBeUndefined()
  })

  it('is stateless, under the names of the contract', () => {
    const { bindings, store } = setUp(() => undefined)
    expect(bindings).toMatchObject({ isStateless: true, loadableId: 'stateless-playground-testcases', contract: '1.0' })
    expect(store.get(bindings.uriInfoAtom)).toEqual({ runtimePrefix: 'https://s.test/services', routePath: 'completion' })
    expect(bindings.service.projectId).toBe(PROJECT)
  })

  it('always sends the project and never an application', async () => {
    const sent: Sent[] = []
    const { bindings, id } = setUp((run, answer) => {
      sent.push(run)
      answer.events(...sampleStream('x'))
    })
    await bindings.execute(id(0))
    bindings.updatePrompt({ mode: 'chat' })
    await bindings.execute(id(0))
    expect(sent.map(({ url }) => url)).toEqual([
      `https://s.test/services/completion/test?project_id=${PROJECT}`,
      `https://s.test/services/chat/test?project_id=${PROJECT}`,
    ])
    expect(sent.some(({ body }) => body.includes('application_id'))).toBe(false)
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer token')
  })

  it('reads the schema of the mode when somebody looks, and not before', async () => {
    const asked: string[] = []
    const { bindings, store } = setUp((run, answer) => {
      asked.push(run.url)
      answer.refuse(200, { openapi: '3.1.0', info: { title: run.url.includes('/chat/') ? 'Chat' : 'Completion' } })
    })
    expect(store.get(bindings.schemaAtom)).toBeNull()
    expect(asked).toEqual([])
    const end = store.sub(bindings.schemaAtom, () => undefined)
    await settled()
    expect(store.get(bindings.schemaAtom)?.['info']).toEqual({ title: 'Completion' })
    bindings.updatePrompt({ mode: 'chat' })
    await expect.poll(() => store.get(bindings.schemaAtom)?.['info']).toEqual({ title: 'Chat' })
    bindings.updatePrompt({ mode: 'completion' })
    expect(store.get(bindings.schemaAtom)?.['info']).toEqual({ title: 'Completion' })
    end()
    expect(asked).toHaveLength(2)
    bindings.dispose()
  })

  it('says that it runs on the page where there is no worker', () => {
    expect(setUp(() => undefined).told).toEqual([{ type: 'worker-fallback', reason: 'load' }])
    expect(setUp(() => undefined, { worker: { mode: 'inline' } }).told).toEqual([])
  })

  it('carries the requests of a host that brings its own transport on the page', async () => {
    const started: unknown[] = []
    const realm = createFakeRealm({
      startWorker: (options) => {
        started.push(options)
        return 'load'
      },
      onFrame(work) {
        const timer = setTimeout(work)
        return () => clearTimeout(timer)
      },
    })
    const fetch = playedService((_sent, answer) => answer.events(...sampleStream('own')))
    const bindings = createStatelessBindings(
      { serviceUrl: '/services', projectId: PROJECT, getToken: async () => null, initial, fetch },
      realm,
    )
    const [row = ''] = bindings.state.store.get(bindings.state.rows.idsAtom)
    await bindings.execute(row)
    expect(bindings.state.execution.cellOf(row).text).toBe('own')
    expect(bindings.state.execution.cellOf(row).request?.url).toBe(`https://host.test/services/completion/test?project_id=${PROJECT}`)
    expect(started).toEqual([])
  })

  it('keeps what came when a stream is cut, and says what happened', async () => {
    const { bindings, id, cell, told } = setUp((_sent, answer) =>
      answer.events(sampleStart, { type: 'part-start', index: 0, kind: 'text' }, { type: 'part-delta', index: 0, delta: 'Half' }),
    )
    await bindings.execute(id(0))
    expect(cell(0)).toMatchObject({ state: 'failed', text: 'Half', failure: { code: 'interrupted' } })
    expect(told.map(({ type }) => type)).toContain('row-end')
  })

  it('begins with what it is given: mode, concurrency, rows', () => {
    const { bindings, store } = setUp(() => undefined, { mode: 'chat', concurrency: 7, initial: FIRST_VISIT })
    expect(store.get(bindings.draftPromptAtom)).toMatchObject({ mode: 'chat', variables: ['ticket', 'customer'] })
    expect(store.get(bindings.state.execution.concurrencyAtom)).toBe(7)
    expect(store.get(bindings.state.execution.targetsAtom).runnable).toHaveLength(FIRST_VISIT.rows.length)
  })

  it('leaves no timer, no subscription and no run behind', async () => {
    const sent = Promise.withResolvers<void>()
    const { bindings, realm, id, cell } = setUp((_sent, answer) => {
      answer.hold()
      sent.resolve()
    })
    const run = bindings.execute(id(0))
    await sent.promise
    bindings.dispose()
    await run
    expect(cell(0).state).toBe('stopped')
    expect(realm.pending()).toBe(0)
  })

  it('refuses an address that is none, at once', () => {
    expect(() => setUp(() => undefined, { serviceUrl: 'ftp://x' })).toThrow(TypeError)
  })
})
