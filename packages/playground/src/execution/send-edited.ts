import type { RunEvent, VitrineClient } from '@vitrine/client'
import { type RawRequest, type RunMode, type WireRequest, apiOfUrl } from '@vitrine/contracts'
import { EMPTY_CELL, type Cell } from '../state/cell.ts'
import type { EditedRequests } from '../state/edited-request.ts'
import { applyEvent } from './apply-event.ts'

/** What stands for an image or a file in a request that is shown. It cannot be sent: what it stands for is not here. */
const FOLDED = /<[\w.+-]+(?:\/[\w.+-]+)? \d+ kB sha256:[\da-f]{16}>/

export type EditedProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'folded'; readonly what: string }

export type ReadEdited = { readonly ok: true; readonly body: RawRequest['body'] } | { readonly ok: false; readonly problem: EditedProblem }

/** Reads an edited body, or says why it cannot be sent. */
export function readEdited(text: string): ReadEdited {
  const folded = FOLDED.exec(text)
  if (folded !== null) return { ok: false, problem: { kind: 'folded', what: folded[0] } }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, problem: { kind: 'not-an-object' } }
    return { ok: true, body: value as RawRequest['body'] }
  } catch {
    return { ok: false, problem: { kind: 'not-json' } }
  }
}

export interface SendEdited {
  readonly client: Pick<VitrineClient, 'raw'>
  readonly edited: EditedRequests
  /** Of the output (`outputKey`). */
  readonly key: string
  readonly mode: RunMode
  /** As the run that is edited named it; it decides who is asked. */
  readonly model: string
  /** The request that was edited, for the kind of API that it is of. */
  readonly shown: Pick<WireRequest, 'url'>
  readonly body: RawRequest['body']
  /** Milliseconds. */
  readonly clock: () => number
}

/** Sends an edited request beside the output's own run. What comes of it is in `edited`; it never rejects. */
export async function sendEdited({ client, edited, key, mode, model, shown, body, clock }: SendEdited): Promise<void> {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  const started: Cell = { ...EMPTY_CELL, runId: `edited-${key}`, queuedAtMs: clock(), state: 'queued' }
  edited.begin(key, applyEvent(started, { type: 'sent' }, clock()), stop)
  const take = (event: RunEvent): void => edited.change(key, stop, (cell) => applyEvent(cell, event, clock()))
  const request: RawRequest = { model, api: apiOfUrl(shown.url) ?? 'auto', body }
  for await (const event of client.raw(mode, request, { wire: 'full', signal: controller.signal })) take(event)
}
