import type { Hono } from 'hono'
import { pageHeaders, pagePolicy } from '../http/security-headers.ts'
import type { StaticFiles } from './static-files.ts'

/** The addresses that are one page, which reads the address itself. */
const PAGE_PATHS = ['/', '/playground', '/models', '/runs', '/runs/:left/:right', '/guide', '/guide/:name'] as const

/** The built page and its files. */
export function mountPage(app: Hono, files: StaticFiles, frameAncestors: readonly string[]): void {
  const headers = pageHeaders(pagePolicy(frameAncestors))
  for (const path of PAGE_PATHS) {
    app.get(path, (c, next) => files.answer('/index.html', c.req.raw, headers) ?? next())
  }
  app.get('*', (c, next) => files.answer(c.req.path, c.req.raw, headers) ?? next())
}
