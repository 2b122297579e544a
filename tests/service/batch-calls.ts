import { type CallOptions, type ReceivedEvent, call } from './calls.ts'

export interface BatchChanges {
  readonly concurrency?: number
  readonly stop_on_error?: boolean
  readonly text_deltas?: boolean
  readonly wire_in_events?: boolean
}

export interface WantedRow {
  readonly row_id: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly messages?: readonly object[]
  readonly idempotency_key?: string
}

/** So many rows, each with its own number as its input. */
export const rowsOf = (count: number): readonly WantedRow[] =>
  Array.from({ length: count }, (_, at) => ({ row_id: `row ${at}`, inputs: { n: String(at) } }))

/** The same, each with a key of its own. */
export const keyedRowsOf = (count: number, run: string): readonly WantedRow[] =>
  rowsOf(count).map(({ row_id, inputs }) => ({ row_id, inputs, idempotency_key: `${run} ${row_id}` }))

export const ASKING = { messages: [{ role: 'user', content: 'Say {{n}}.' }], llm_config: { model: 'gpt-4o-mini' } }

export const batchOf = (rows: readonly WantedRow[], changes: BatchChanges = {}, prompt: object = ASKING): object => ({
  ag_config: { prompt },
  rows,
  concurrency: 10,
  ...changes,
})

export const callBatch = (url: string, body: unknown, options: CallOptions = {}): Promise<Response> =>
  call(url, body, { path: '/services/completion/batch', ...options })

/** The events of a stream as they come. */
export async function* eventsIn(response: Response): AsyncGenerator<ReceivedEvent, void, void> {
  const decoder = new TextDecoder()
  let text = ''
  if (response.body === null) return
  for await (const bytes of response.body) {
    text += decoder.decode(bytes, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, type = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
      yield { type, data: JSON.parse(data) as ReceivedEvent['data'] }
    }
  }
}

/** The last event's data. */
export const endOf = (events: readonly ReceivedEvent[]): ReceivedEvent['data'] | undefined =>
  events.at(-1)?.type === 'batch-end' ? events.at(-1)?.data : undefined

/** How each row ended, by its id; a row that ended twice stands there twice. */
export const endsOf = (events: readonly ReceivedEvent[]): readonly (readonly [string, string])[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'row-result') return [[String(data['row_id']), String(data['data'])] as const]
    return type === 'row-error' ? [[String(data['row_id']), (data['detail'] as { code: string }).code] as const] : []
  })

/** The number that a request to the provider asks for. */
export const numberIn = (text: string): string => /Say (\d+)\./.exec(text)?.[1] ?? ''
