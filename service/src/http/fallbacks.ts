import type { Context, Hono } from 'hono'
import type { Log } from '../log.ts'
import type { Cors } from './cors.ts'
import { INTERNAL_REFUSAL, refuse } from './refusal.ts'
import { type ReplyHeaders, errorReply, textReply } from './reply.ts'
import { API_HEADERS } from './security-headers.ts'

export interface FallbackDeps {
  readonly cors: Cors
  readonly log: Log
}

const isApi = (path: string): boolean => path.startsWith('/services') || path.startsWith('/api')

const NOT_FOUND_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><main><h1>There is no such page</h1><p><a href="/">Go to the playground</a></p></main></html>`

/** The methods that some route of this path answers; wildcards, which serve files, are nobody's route. */
function allowedMethods(app: Hono, path: string): readonly string[] {
  const methods = app.routes.filter((route) => route.path === path && route.method !== 'ALL').map((route) => route.method)
  return [...new Set(methods)]
}

/** What no route answers: other methods, preflights, unknown paths, faults. */
export function mountFallbacks(app: Hono, { cors, log }: FallbackDeps, headersOf: (c: Context) => ReplyHeaders): void {
  app.notFound((c) => {
    const { path, method } = c.req
    const allowed = allowedMethods(app, path)
    if (allowed.length > 0 && method === 'OPTIONS') {
      const headers = { ...API_HEADERS, ...headersOf(c), Allow: allowed.join(', '), ...cors.preflightFor(c.req.header('origin') ?? null) }
      return new Response(null, { status: 204, headers })
    }
    if (allowed.length > 0) {
      const message = `${method} is not possible at ${path}. Use ${allowed.join(' or ')}.`
      return errorReply(refuse('method_not_allowed', message, { allowed }, { Allow: allowed.join(', ') }), headersOf(c))
    }
    const wantsPage = !isApi(path) && /\btext\/html\b/.test(c.req.header('accept') ?? '')
    if (wantsPage) return textReply(NOT_FOUND_PAGE, 404, 'text/html; charset=utf-8', headersOf(c))
    return errorReply(refuse('not_found', `There is nothing at ${path}. The routes are described at /docs.`), headersOf(c))
  })
  app.onError((cause, c) => {
    const headers = headersOf(c)
    log.fault({ requestId: headers['X-Request-Id'] ?? '', traceId: '' }, cause)
    return errorReply(INTERNAL_REFUSAL, headers)
  })
}
