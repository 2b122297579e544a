import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Attributes, Meter } from '@opentelemetry/api'

/** Bounds as the GenAI conventions advise. */
const TOKEN_BOUNDS = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864]
const SECOND_BOUNDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]

/** What one model call looked like, for counters. Times in seconds, money in USD. */
interface CallFigures {
  readonly provider: string
  /** A name of the catalogue, or `other`: a label must not take whatever a caller writes. */
  readonly model: string
  readonly errorType?: string
  readonly durationSeconds: number
  readonly firstChunkSeconds: number | null
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  readonly costUsd: number | null
  readonly attempts: number
}

export interface Metrics {
  call(figures: CallFigures): void
  /** `outcome`: `success`, or the code of the error. */
  row(outcome: string): void
  request(route: string, method: string, status: number, durationSeconds: number): void
  streamOpened(): void
  streamClosed(): void
}

const EVENT_LOOP_QUANTILES = [50, 90, 99] as const
/** Milliseconds between two looks; what is measured includes them. */
const SAMPLE_MS = 20

function watchEventLoop(meter: Meter): void {
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS })
  delay.enable()
  meter
    .createObservableGauge('nodejs.eventloop.delay', { unit: 's', description: 'How late the event loop was, by quantile.' })
    .addCallback((result) => {
      for (const quantile of EVENT_LOOP_QUANTILES)
        result.observe(Math.max(0, delay.percentile(quantile) / 1e9 - SAMPLE_MS / 1000), { quantile: `0.${quantile}` })
      delay.reset()
    })
}

/** The instruments. Projects are never a label: their number has no bound. */
export function createMetrics(meter: Meter): Metrics {
  const seconds = { unit: 's', advice: { explicitBucketBoundaries: SECOND_BOUNDS } }
  const tokens = meter.createHistogram('gen_ai.client.token.usage', {
    unit: '{token}',
    advice: { explicitBucketBoundaries: TOKEN_BOUNDS },
    description: 'Tokens of one call, by type.',
  })
  const duration = meter.createHistogram('gen_ai.client.operation.duration', { ...seconds, description: 'One call, retries included.' })
  const firstChunk = meter.createHistogram('gen_ai.client.operation.time_to_first_chunk', {
    ...seconds,
    description: 'Until a model answers.',
  })
  const requests = meter.createHistogram('http.server.request.duration', { ...seconds, description: 'Requests to this service.' })
  const cost = meter.createCounter('playground.cost', { unit: '{USD}', description: 'What calls cost, where that is known.' })
  const rows = meter.createCounter('playground.rows', { unit: '{row}', description: 'Runs by outcome.' })
  const retries = meter.createCounter('playground.retries', { unit: '{retry}', description: 'Attempts beyond the first.' })
  const streams = meter.createUpDownCounter('playground.stream.open', { unit: '{stream}', description: 'Streams being answered.' })
  watchEventLoop(meter)
  return {
    call(figures) {
      const labels: Attributes = {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': figures.provider,
        'gen_ai.request.model': figures.model,
      }
      duration.record(figures.durationSeconds, figures.errorType === undefined ? labels : { ...labels, 'error.type': figures.errorType })
      if (figures.firstChunkSeconds !== null) firstChunk.record(figures.firstChunkSeconds, labels)
      if (figures.inputTokens !== null) tokens.record(figures.inputTokens, { ...labels, 'gen_ai.token.type': 'input' })
      if (figures.outputTokens !== null) tokens.record(figures.outputTokens, { ...labels, 'gen_ai.token.type': 'output' })
      if (figures.costUsd !== null) cost.add(figures.costUsd, labels)
      if (figures.attempts > 1) retries.add(figures.attempts - 1, labels)
    },
    row: (outcome) => rows.add(1, { outcome }),
    request: (route, method, status, durationSeconds) =>
      requests.record(durationSeconds, { 'http.route': route, 'http.request.method': method, 'http.response.status_code': status }),
    streamOpened: () => streams.add(1),
    streamClosed: () => streams.add(-1),
  }
}

const nothing = (): void => {}

/** Where nobody reads metrics, none are kept. */
export const NO_METRICS: Metrics = { call: nothing, row: nothing, request: nothing, streamOpened: nothing, streamClosed: nothing }
