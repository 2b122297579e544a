import type { PreparedBatch } from '@vitrine/client'
import { type ChatBatchRow, LONGEST_IDEMPOTENCY_KEY } from '@vitrine/contracts'
import type { Job } from './job.ts'
import type { RunnerRequest } from './protocol.ts'

/** What the rows of a batch may take as text, unless it is one row: some servers in between refuse what is longer than a megabyte. */
const MOST_CHARACTERS = 500_000

function toRow({ key, rowId, request: { body, options } }: Job): ChatBatchRow {
  const { idempotencyKey = key.length <= LONGEST_IDEMPOTENCY_KEY ? key : undefined } = options
  return {
    row_id: rowId,
    inputs: body.inputs,
    ...('messages' in body ? { messages: body.messages } : {}),
    ...(idempotencyKey === undefined ? {} : { idempotency_key: idempotencyKey }),
  }
}

/** The first of the jobs, as many as there may be, as far as they fit together into one request. */
export function fitting(jobs: Iterable<Job>, most: number): readonly Job[] {
  const taken: Job[] = []
  let characters = 0
  for (const job of jobs) {
    if (taken.length === most) break
    characters += JSON.stringify(toRow(job)).length
    if (characters > MOST_CHARACTERS && taken.length > 0) break
    taken.push(job)
  }
  return taken
}

/** The request for all of them. `latest` is the run of their group that was handed over last: its token is the newest. */
export function toBatch(jobs: readonly Job[], places: number, latest: RunnerRequest): PreparedBatch {
  const { prefix, projectId, mode, token, headers, body, options } = latest
  const { inputs: _inputs, messages: _messages, ...prompt } = { messages: undefined, ...body }
  const { group: _group, rowId: _rowId, idempotencyKey: _key, stream: _stream, ...shared } = options
  return {
    prefix,
    projectId,
    mode,
    token,
    headers,
    body: { ...prompt, rows: jobs.map(toRow), concurrency: places, text_deltas: true, wire_in_events: true },
    options: shared,
  }
}
