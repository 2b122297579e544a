export type { Ask } from './ask.ts'
export {
  CANCELLED,
  CLIENT_FAILURE_CODES,
  failureOfDetail,
  type ClientFailure,
  type ClientFailureCode,
  type Reply,
} from './client-failure.ts'
export { createClient, type ClientOptions } from './create-client.ts'

export type { OpenApiDocument } from './open-api-document.ts'
export { openBatch, type BatchOptions, type BatchRunEvent, type PreparedBatch } from './open-batch.ts'
export { openRun } from './open-run.ts'
export type { PreparedRaw, PreparedRun, RunOptions } from './prepared-run.ts'
export type { RunEvent } from './read-events.ts'
export type { FailureEvent } from './read-stream.ts'
export { runUrl } from './run-url.ts'
export { serviceAddress } from './service-address.ts'
export { stopRows } from './stop-rows.ts'
export { createTokenSource, type GetToken, type TokenReason, type TokenSource } from './token-source.ts'
export { hex, traceparent, type RandomBytes } from './traceparent.ts'
export type { Fetch, Transport } from './transport.ts'
export type { VitrineClient } from './vitrine-client.ts'
export { authRefused, runWithToken, tokenAfterRefusal } from './with-token.ts'
