import type { BatchRow } from '@vitrine/contracts'
import type { Attributes } from '@opentelemetry/api'
import type { AdmittedExchange } from '../../middleware/exchange.ts'
import type { TimeSource } from '../../middleware/request-clock.ts'
import type { RunOptions } from '../run-options.ts'
import type { TestDeps } from '../test-stage.ts'
import type { BatchWriter } from './batch-writer.ts'
import type { BatchPlan } from './plan-batch.ts'
import type { BatchReading } from './read-batch.ts'
import type { RunningBatches } from './running-batches.ts'

export interface BatchDeps extends TestDeps {
  readonly time: TimeSource
  readonly newId: () => string
  readonly batches: RunningBatches
}

/** A batch that runs, and what surrounds it. */
export interface BatchScope {
  readonly exchange: AdmittedExchange
  readonly route: string
  readonly options: RunOptions
  readonly deps: BatchDeps
  readonly batch: BatchReading
  readonly plan: BatchPlan
  readonly writer: BatchWriter
  /** Aborted when nobody is left to read. */
  readonly signal: AbortSignal
  /** What the root span of every row says. */
  readonly attributes: Attributes
  /** What makes a row's request the one it is, beside the row itself; asked for where a row has a key. */
  readonly promptText: () => string
}

export interface PlacedRow {
  readonly row: BatchRow
  /** In the batch, from 0. */
  readonly at: number
}
