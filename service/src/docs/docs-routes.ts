import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Hono } from 'hono'
import { docsPolicy, pageHeaders } from '../http/security-headers.ts'

const compress = promisify(gzip)
const JAVASCRIPT = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'
const HTML = 'text/html; charset=utf-8'
const FILES = [
  { path: '/docs', url: new URL('./index.html', import.meta.url), type: HTML },
  { path: '/docs/docs.css', url: new URL('./docs.css', import.meta.url), type: CSS },
  { path: '/docs/docs-init.js', url: new URL('./docs-init.js', import.meta.url), type: JAVASCRIPT },
  { path: '/docs/swagger-ui.css', url: new URL(import.meta.resolve('swagger-ui-dist/swagger-ui.css')), type: CSS },
  { path: '/docs/swagger-ui-bundle.js', url: new URL(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')), type: JAVASCRIPT },
  {
    path: '/docs/swagger-ui-standalone-preset.js',
    url: new URL(import.meta.resolve('swagger-ui-dist/swagger-ui-standalone-preset.js')),
    type: JAVASCRIPT,
  },
] as const

/** Browsable documentation, with everything it needs served from here. Files are read, and packed, when somebody asks. */
export function mountDocs(app: Hono, frameAncestors: readonly string[]): void {
  const headers = { ...pageHeaders(docsPolicy(frameAncestors)), 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' }
  const packed = new Map<URL, Promise<Buffer>>()
  const packedFile = (file: URL): Promise<Buffer> => {
    const known = packed.get(file) ?? readFile(file).then((bytes) => compress(bytes))
    packed.set(file, known)
    return known
  }
  for (const { path, url, type } of FILES) {
    app.get(path, async (c) => {
      const gzipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      const bytes = await (gzipped ? packedFile(url) : readFile(url))
      return new Response(new Uint8Array(bytes), {
        headers: { ...headers, 'Content-Type': type, ...(gzipped ? { 'Content-Encoding': 'gzip' } : {}) },
      })
    })
  }
}
