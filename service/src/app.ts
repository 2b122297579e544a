import { RUN_MODES, type RunMode } from '@vitrine/contracts'
import type { OpenApiDocument } from '@vitrine/contracts/openapi'
import { Hono, type Context } from 'hono'
import { type DevTokenDeps, giveDevToken } from './auth/dev-token.ts'
import type { BatchDeps } from './completion/batch/batch-scope.ts'
import { batchStage } from './completion/batch/batch-stage.ts'
import { stopStage } from './completion/batch/stop-stage.ts'
import { type PreviewDeps, previewStage } from './completion/preview-stage.ts'
import { rawStage } from './completion/raw-stage.ts'
import { testStage } from './completion/test-stage.ts'
import { mountDocs } from './docs/docs-routes.ts'
import { mountFallbacks } from './http/fallbacks.ts'
import { errorReply, jsonReply } from './http/reply.ts'
import { type RespondDeps, respond } from './middleware/respond.ts'
import { requestIdOf } from './middleware/request-id.ts'
import { modelsStage } from './models/models-stage.ts'
import { mountPage } from './page/page-routes.ts'
import type { StaticFiles } from './page/static-files.ts'

/** Everything the routes need, made in one place. */
export interface AppDeps extends RespondDeps, BatchDeps, PreviewDeps {
  readonly openApi: (mode: RunMode) => OpenApiDocument
  /** Null in production: the route then does not exist. */
  readonly devToken: DevTokenDeps | null
  readonly remoteAddress: (c: Context) => string | null
  readonly frameAncestors: readonly string[]
  /** Null where somebody else serves the page. */
  readonly page: StaticFiles | null
}

/** The whole service as one function from request to answer. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono()
  const plainHeaders = (c: Context): Record<string, string> => ({
    'X-Request-Id': requestIdOf(c.req.header('x-request-id') ?? null, deps.newId),
    ...deps.cors.headersFor(c.req.header('origin') ?? null),
  })

  for (const mode of RUN_MODES) {
    app.post(
      `/services/${mode}/test`,
      respond(`/services/${mode}/test`, (exchange) => testStage(exchange, mode, deps), deps),
    )
    app.post(
      `/services/${mode}/batch`,
      respond(`/services/${mode}/batch`, (exchange) => batchStage(exchange, mode, deps), deps),
    )
    app.post(
      `/services/${mode}/batch/stop`,
      respond(`/services/${mode}/batch/stop`, (exchange) => stopStage(exchange, deps), deps),
    )
    app.post(
      `/services/${mode}/preview`,
      respond(`/services/${mode}/preview`, (exchange) => previewStage(exchange, mode, deps), deps),
    )
    app.post(
      `/services/${mode}/raw`,
      respond(`/services/${mode}/raw`, (exchange) => rawStage(exchange, mode, deps), deps),
    )
    app.get(`/services/${mode}/openapi.json`, (c) => jsonReply(deps.openApi(mode), plainHeaders(c)))
  }
  app.get(
    '/services/models',
    respond('/services/models', (exchange) => modelsStage(exchange, deps), deps),
  )

  const { devToken } = deps
  if (devToken !== null) {
    app.get('/services/dev-token', async (c) => {
      const given = await giveDevToken({ remoteAddress: deps.remoteAddress(c), headers: c.req.raw.headers }, devToken)
      return given.ok ? jsonReply(given.body, plainHeaders(c)) : errorReply(given, plainHeaders(c))
    })
  }

  app.get('/health', (c) => jsonReply({ status: 'ok' }, plainHeaders(c)))
  app.get('/ready', (c) =>
    deps.lifecycle.draining ? jsonReply({ status: 'draining' }, plainHeaders(c), 503) : jsonReply({ status: 'ready' }, plainHeaders(c)),
  )
  mountDocs(app, deps.frameAncestors)
  if (deps.page !== null) mountPage(app, deps.page, deps.frameAncestors)
  mountFallbacks(app, deps, plainHeaders)
  return app
}
