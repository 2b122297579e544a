import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Hono } from 'hono'
import { docsPolicy, pageHeaders } from '../http/security-headers.ts'

const compress = promisify(gzip)
const own = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const tool = (name: string): string => fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`))

const JAVASCRIPT = 'text/javascript; charset=utf-8'
const FILES = [
  { path: '/docs', file: own('./index.html'), type: 'text/html; charset=utf-8' },
  { path: '/docs/docs.css', file: own('./docs.css'), type: 'text/css; charset=utf-8' },
  { path: '/docs/docs-init.js', file: own('./docs-init.js'), type: JAVASCRIPT },
  { path: '/docs/swagger-ui.css', file: tool('swagger-ui.css'), type: 'text/css; charset=utf-8' },
  { path: '/docs/swagger-ui-bundle.js', file: tool('swagger-ui-bundle.js'), type: JAVASCRIPT },
  { path: '/docs/swagger-ui-standalone-preset.js', file: tool('swagger-ui-standalone-preset.js'), type: JAVASCRIPT },
] as const

/** Browsable documentation, with everything it needs served from here. Files are read, and packed, when somebody asks. */
export function mountDocs(app: Hono, frameAncestors: readonly string[]): void {
  const headers = { ...pageHeaders(docsPolicy(frameAncestors)), 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' }
  const packed = new Map<string, Promise<Buffer>>()
  const packedFile = (file: string): Promise<Buffer> => {
    const known = packed.get(file) ?? readFile(file).then((bytes) => compress(bytes))
    packed.set(file, known)
    return known
  }
  for (const { path, file, type } of FILES) {
    app.get(path, async (c) => {
      const gzipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      const bytes = await (gzipped ? packedFile(file) : readFile(file))
      return new Response(new Uint8Array(bytes), {
        headers: { ...headers, 'Content-Type': type, ...(gzipped ? { 'Content-Encoding': 'gzip' } : {}) },
      })
    })
  }
}
