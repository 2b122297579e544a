import { isTestResponse } from '@vitrine/contracts'
import { CANCELLED, told } from './client-failure.ts'
import type { PreparedRaw, PreparedRun } from './prepared-run.ts'
import { type RunEvent, readEvents } from './read-events.ts'
import { failureOfResponse, jsonOf, notOurs } from './reply-failure.ts'
import { runHeaders } from './run-headers.ts'
import { runUrl } from './run-url.ts'
import { type Transport, send } from './transport.ts'

/** Sends a run and yields what comes of it. It never throws; the last event is `result`, `error` or `failure`. */
export async function* openRun(transport: Transport, run: PreparedRun | PreparedRaw): AsyncGenerator<RunEvent, void, void> {
  const { signal } = run.options
  const url = runUrl(run.prefix, run.mode, run.projectId, 'action' in run ? run.action : 'test')
  const sent = await send(transport, { method: 'POST', url, headers: runHeaders(run), body: run.body, ...(signal ? { signal } : {}) })
  const body = 'response' in sent && sent.response.ok && isStream(sent.response) ? sent.response.body : null
  if ('failure' in sent) yield { type: 'failure', failure: sent.failure }
  else if (!sent.response.ok) yield { type: 'failure', failure: await failureOfResponse(sent.response) }
  else if (body) yield* readEvents(body, signal)
  else yield await resultOf(sent.response, signal)
}

export const isStream = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/event-stream') ?? false

/** The answer of a service that does not stream, or was asked not to. */
async function resultOf(response: Response, signal: AbortSignal | undefined): Promise<RunEvent> {
  const text = await response.text().catch(() => null)
  if (signal?.aborted) return { type: 'failure', failure: CANCELLED }
  if (text === null)
    return {
      type: 'failure',
      failure: {
        code: 'interrupted',
        message: 'The connection ended before the answer did.',
        status: response.status,
        meta: told('broke-off'),
      },
    }
  const document = jsonOf(text)
  return isTestResponse(document) ? { type: 'result', response: document } : { type: 'failure', failure: notOurs(response, text) }
}
