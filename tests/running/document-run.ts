import type { VitrineClient } from '@vitrine/client'
import type { CompletionTestRequest } from '@vitrine/contracts'
import {
  applyEvent,
  type Cell,
  type Check,
  type CheckResult,
  EMPTY_CELL,
  type ExportSource,
  type Judge,
  judgeRequest,
  runChecks,
  transformToRequestBody,
} from '@vitrine/playground/headless'
import { variablesOfPrompt } from '@vitrine/templating'

/** What became of one row under one variant. */
export interface RowOutcome {
  readonly variant: string
  readonly row: number
  readonly cell: Cell
  readonly results: readonly CheckResult[]
}

/** A judge that is asked through the service, as the rest is. */
export const judgeOf = (client: VitrineClient, model: string): Judge => ({
  async ask(question) {
    const reply = await client.runOnce('completion', judgeRequest(question, model, null))
    if (!reply.ok) return { status: 'failed', message: reply.failure.message, model, costUsd: null }
    const { data, parsed } = reply.value
    return { status: 'answered', text: typeof data === 'string' ? data : '', parsed, model, costUsd: null }
  },
})

function requestsOf(source: ExportSource, variant: ExportSource['variants'][number]): readonly CompletionTestRequest[] {
  const { messages, templateFormat, llmConfig } = variant
  const { responseFormat } = llmConfig
  const { variables } = variablesOfPrompt({ format: templateFormat, messages, ...(responseFormat ? { responseFormat } : {}) })
  const prompt = {
    sessionId: 'test',
    mode: source.mode,
    messages: messages.map((message, at) => Object.assign({ id: String(at) }, message)),
    llmConfig,
    templateFormat,
    variables: variables.map(({ name }) => name),
  }
  return source.rows.map(({ id, data }) =>
    transformToRequestBody({ prompt, row: { id, data, history: [] }, variables, emptyMissing: true }),
  )
}

/** Runs every row of a document under every variant by the batch route, and holds the answers to the checks, as the page does. */
export async function runDocument(client: VitrineClient, source: ExportSource, judge: Judge | null = null): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (const variant of source.variants) {
    const requests = requestsOf(source, variant)
    const [first] = requests
    if (first === undefined) continue
    const rows = requests.map(({ inputs }, at) => ({ row_id: String(at), inputs }))
    const cells = new Map<string, Cell>()
    for await (const event of client.batch('completion', { ag_config: first.ag_config, rows, concurrency: 4 })) {
      if (event.type === 'failure') throw new Error(event.failure.message)
      if (event.type === 'row-start')
        cells.set(event.rowId, applyEvent({ ...EMPTY_CELL, state: 'queued' }, { type: 'sent' }, performance.now()))
      if (event.type === 'heartbeat' || event.type === 'batch-end' || event.type === 'row-start') continue
      const cell = cells.get(event.rowId) ?? EMPTY_CELL
      const told =
        event.type === 'row-event'
          ? event.event
          : event.type === 'row-error'
            ? { type: 'error' as const, error: event.error }
            : { type: 'result' as const, response: event.response }
      cells.set(event.rowId, applyEvent(cell, told, performance.now()))
    }
    for (const [row, { checks = [], data, expected = null }] of source.rows.entries()) {
      const cell = cells.get(String(row)) ?? EMPTY_CELL
      const { text, parsed, toolCalls, usage, cost, times } = cell
      const latencyMs = times.endMs === null ? null : times.endMs - (times.sentMs ?? 0)
      const answer = { text, toolCalls, usage, cost, latencyMs, ...(parsed === undefined ? {} : { parsed }) }
      const all: readonly Check[] = [...source.checks, ...checks]
      outcomes.push({ variant: variant.name, row, cell, results: await runChecks(all, data, { answer, expected, judge }) })
    }
  }
  return outcomes
}
