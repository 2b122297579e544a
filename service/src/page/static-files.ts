import { type ReadStream, createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const

/** A year: a file whose name holds its hash never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable'
const REVALIDATE = 'no-cache'

interface StaticFile {
  readonly path: string
  readonly type: string
  readonly cacheControl: string
  readonly etag: string
  /** The same bytes, packed at build time, best first. */
  readonly packed: readonly { readonly name: string; readonly path: string }[]
}

export interface StaticFiles {
  /** Null where there is no such file. `name` is the path within the folder, starting with a slash. */
  answer(name: string, request: Request, headers: Readonly<Record<string, string>>): Response | null
}

function describe(folder: string, path: string): readonly [string, StaticFile] {
  const name = `/${relative(folder, path).split(sep).join('/')}`
  const { size, mtimeMs } = statSync(path)
  return [
    name,
    {
      path,
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      cacheControl: /^\/assets\/.*[.-][\w-]{8,}\.\w+$/.test(name) ? IMMUTABLE : REVALIDATE,
      etag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`,
      packed: ENCODINGS.flatMap(({ name: encoding, extension }) =>
        existsSync(path + extension) ? [{ name: encoding, path: path + extension }] : [],
      ),
    },
  ]
}

const body = (stream: ReadStream): ReadableStream => Readable.toWeb(stream) as ReadableStream

/** The files of a folder as they are now. Only what is on the list can be asked for, so no path leads out of it. */
export function readStaticFiles(folder: string): StaticFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !ENCODINGS.some(({ extension }) => entry.name.endsWith(extension)))
    .map((entry) => join(entry.parentPath, entry.name))
  const files = new Map(paths.map((path) => describe(folder, path)))
  return {
    answer(name, request, headers) {
      const file = files.get(name)
      if (file === undefined) return null
      const { etag, type, cacheControl } = file
      const common = { ...headers, ETag: etag, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' }
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: common })
      const accepted = new Set((request.headers.get('accept-encoding') ?? '').split(',').map((entry) => entry.split(';')[0]?.trim()))
      const packed = file.packed.find((candidate) => accepted.has(candidate.name))
      const all = { ...common, 'Content-Type': type, ...(packed === undefined ? {} : { 'Content-Encoding': packed.name }) }
      if (request.method === 'HEAD') return new Response(null, { status: 200, headers: all })
      return new Response(body(createReadStream(packed?.path ?? file.path)), { status: 200, headers: all })
    },
  }
}
