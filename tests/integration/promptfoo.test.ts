import { autoMap, EMPTY_SNAPSHOT, exportAs, type ExportSource, place, type Recognition, recognise } from '@vitrine/playground/headless'
import { type FakeProvider, type RecordedRequest, startFakeProvider } from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeOf, runDocument } from '../running/document-run.ts'
import { answeredRequests, echoUpstream, JUDGE } from '../running/echo-upstream.ts'
import { promptfooProgram, type PromptfooResult, runPromptfoo } from '../running/promptfoo.ts'
import { clientOf } from '../running/service-client.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'
import { BEYOND, CONFIGURATIONS } from './promptfoo-configurations.data.ts'
import { DOCUMENTS, FOR_RESPONSES, UNSAYABLE } from './promptfoo-documents.data.ts'

/** An answer by what it says: the other tool reads JSON where it was asked for, and writes it again. */
function said(output: unknown): unknown {
  if (typeof output !== 'string' || !/^[{[]/.test(output)) return output
  try {
    return JSON.parse(output) as unknown
  } catch {
    return output
  }
}

/** By assertion; what a set comes to as a whole is none. */
const theirVerdicts = ({ gradingResult }: PromptfooResult) =>
  (gradingResult?.componentResults ?? []).filter(({ assertion }) => assertion && assertion.type !== 'assert-set').map(({ pass }) => pass)

/** A request to Responses by what it means: what is not said of input and form is what they are anyway, and how it is kept is nobody's. */
function meantByResponses({ path, text }: RecordedRequest): object {
  const { input, text: form, store: _store, stream: _stream, include: _include, ...rest } = JSON.parse(text) as Record<string, unknown>
  const messages = typeof input === 'string' ? [{ role: 'user', content: input }] : input
  const isPlain = JSON.stringify(form) === '{"format":{"type":"text"}}'
  const members = Object.entries({ ...rest, path, messages, ...(isPlain ? {} : { form }) })
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const inOrder = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value)).toSorted()

const toldOf = ({ problems }: Recognition) => problems.map(({ code, values }) => [code, ...Object.values(values)].join(' ')).toSorted()

/** What the playground holds once everything of a file was taken. */
function documentOf(recognition: Recognition): ExportSource {
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  const { rows, columns, variants, checks = [] } = place({ columns: [], rows: [] }, recognition, autoMap(recognition, []), 'replace')
  return {
    name: 'Imported',
    mode: 'completion',
    columns,
    rows: rows.map((row, at) => Object.assign({ id: String(at) }, row)),
    variants: variants.map(({ name = '', prompt, settings }, at) => ({
      id: String(at),
      name,
      messages: prompt?.messages ?? [],
      templateFormat: prompt?.templateFormat ?? 'curly',
      llmConfig: { model: '', ...settings },
    })),
    checks,
    leftOut: 0,
    results: [],
    snapshot: EMPTY_SNAPSHOT,
  }
}

if (promptfooProgram === null) console.log('Passed over: promptfoo is not installed (`npm test` installs it).')

describe.runIf(promptfooProgram !== null)('promptfoo', () => {
  let theirs: FakeProvider
  let ours: FakeProvider
  let service: ServiceProcess
  const promptfoo = (config: string, env: Readonly<Record<string, string>> = {}) =>
    runPromptfoo(promptfooProgram ?? '', { config, upstream: theirs.baseUrl, env })

  beforeAll(async () => {
    theirs = await startFakeProvider()
    ours = await startFakeProvider()
    theirs.respond(echoUpstream)
    ours.respond(echoUpstream)
    service = await startService({ OPENAI_BASE_URL: ours.baseUrl, OPENAI_API_KEY: 'sk-vitrine' })
  })
  afterAll(async () => {
    await service?.stop()
    await ours?.close()
    await theirs?.close()
  })

  it.each(DOCUMENTS)('sends, gets and judges as we do: $name', async ({ source }) => {
    const file = await exportAs('promptfoo', source)
    expect(file.losses).toEqual([])
    const [theirFirst, ourFirst] = [theirs.requests.length, ours.requests.length]
    const client = clientOf(service.origin)
    const [{ results }, outcomes] = await Promise.all([
      promptfoo(file.text),
      runDocument(client, source, judgeOf(client, `openai/${JUDGE}`)),
    ])
    const sent = answeredRequests(ours.requests.slice(ourFirst))
    expect(answeredRequests(theirs.requests.slice(theirFirst))).toEqual(sent)
    expect(sent).toHaveLength(source.rows.length * source.variants.length)
    for (const { variant, row, cell, results: checked } of outcomes) {
      const result = results.find(({ testIdx, provider }) => testIdx === row && provider.label === variant)
      const answer = cell.text === '' && cell.toolCalls.length > 0 ? cell.toolCalls : said(cell.text)
      expect({ variant, row, answer: said(result?.response?.output) }).toEqual({ variant, row, answer })
      // A row that expects nothing has nothing to compare with, and no assertion.
      const verdicts = checked.filter(({ reason }) => reason.code !== 'nothing-expected').map(({ outcome }) => outcome === 'pass')
      expect({ variant, row, verdicts: result && theirVerdicts(result) }).toEqual({ variant, row, verdicts })
    }
  })

  it('asks through Responses where we do', async () => {
    const { source } = FOR_RESPONSES
    const file = await exportAs('promptfoo', source)
    expect(file.losses).toEqual([])
    const [theirFirst, ourFirst] = [theirs.requests.length, ours.requests.length]
    const [{ results }, outcomes] = await Promise.all([promptfoo(file.text), runDocument(clientOf(service.origin), source)])
    expect(inOrder(theirs.requests.slice(theirFirst).map(meantByResponses))).toEqual(
      inOrder(ours.requests.slice(ourFirst).map(meantByResponses)),
    )
    expect(inOrder(results.map(({ response }) => said(response?.output)))).toEqual(inOrder(outcomes.map(({ cell }) => said(cell.text))))
  })

  it('is told nothing that it would take for something else, and the export says what that is', async () => {
    const file = await exportAs('promptfoo', UNSAYABLE.source)
    expect(file.losses.map(({ code, values }) => [code, ...Object.values(values)].join(' ')).toSorted()).toEqual(UNSAYABLE.losses)
    const first = theirs.requests.length
    const { results } = await promptfoo(file.text, { CANARY: 'canary-in-the-environment' })
    expect(results).toHaveLength(UNSAYABLE.source.rows.length * UNSAYABLE.source.variants.length)
    expect(JSON.stringify(theirs.requests.slice(first).map(({ text }) => text))).not.toMatch(/canary-in|root:/)
    expect(JSON.stringify(results.map(({ gradingResult }) => gradingResult))).not.toContain('canary-in')
  })

  it.each(CONFIGURATIONS)('is read as it runs: $name', async ({ yaml, told = [] }) => {
    const recognition = await recognise({ name: 'promptfooconfig.yaml', content: yaml })
    expect(toldOf(recognition)).toEqual(told)
    const [theirFirst, ourFirst] = [theirs.requests.length, ours.requests.length]
    const client = clientOf(service.origin)
    const source = documentOf(recognition)
    const [{ results }, outcomes] = await Promise.all([promptfoo(yaml), runDocument(client, source)])
    const asked = answeredRequests(theirs.requests.slice(theirFirst))
    expect(answeredRequests(ours.requests.slice(ourFirst))).toEqual(asked)
    expect(asked.length).toBeGreaterThan(0)
    const answers = outcomes.map(({ cell, results: checked }) => ({
      answer: said(cell.text),
      verdicts: checked.map(({ outcome }) => outcome === 'pass'),
    }))
    const theirAnswers = results.map((result) => ({ answer: said(result.response?.output), verdicts: theirVerdicts(result) }))
    expect(inOrder(answers)).toEqual(inOrder(theirAnswers))
  })

  it('is told of what a file asks for that cannot be said here, and nothing of it is run, fetched or sent', async () => {
    const recognition = await recognise({ name: 'promptfooconfig.yaml', content: BEYOND.yaml })
    expect(toldOf(recognition)).toEqual(BEYOND.told)
    expect(JSON.stringify(recognition)).not.toContain('sk-secret')
  })
})
