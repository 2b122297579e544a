import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SettingProblem } from '../config/setting.ts'
import { readPage } from './read-page.ts'
import { readStaticFiles } from './static-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-page-'))
mkdirSync(join(folder, 'assets'))
for (const [name, text] of [
  ['index.html', '<p>page</p>'],
  ['assets/index-B1x_-y8Z.js', 'code'],
  ['assets/index-B1x_-y8Z.js.br', 'packed by br'],
  ['assets/index-B1x_-y8Z.js.gz', 'packed by gzip'],
  ['icon.svg', '<svg/>'],
] as const) {
  writeFileSync(join(folder, name), text)
}
const files = readStaticFiles(folder)
const ask = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  files.answer(name, new Request('http://127.0.0.1/', { headers, method }), { 'X-Test': '1' })

describe('readStaticFiles', () => {
  it('answers with type, policy and how long it may be kept', async () => {
    const page = ask('/index.html')
    expect(Object.fromEntries(page?.headers ?? [])).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-test': '1',
    })
    expect(await page?.text()).toBe('<p>page</p>')
    expect(ask('/assets/index-B1x_-y8Z.js')?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(ask('/icon.svg')?.headers.get('content-type')).toBe('image/svg+xml')
  })

  it.each([
    ['br, gzip', 'br', 'packed by br'],
    ['gzip;q=1.0', 'gzip', 'packed by gzip'],
    ['identity', null, 'code'],
  ])('sends what was packed at build time to who takes it: %s', async (accepted, encoding, text) => {
    const response = ask('/assets/index-B1x_-y8Z.js', { 'accept-encoding': accepted })
    expect(response?.headers.get('content-encoding')).toBe(encoding)
    expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response?.text()).toBe(text)
  })

  it('says that nothing has changed', () => {
    const etag = ask('/icon.svg')?.headers.get('etag') ?? ''
    expect(ask('/icon.svg', { 'if-none-match': etag })?.status).toBe(304)
  })

  it('sends the head alone where that is asked for', async () => {
    const response = ask('/icon.svg', {}, 'HEAD')
    expect([response?.status, await response?.text()]).toEqual([200, ''])
  })

  it.each(['/', '/../package.json', '/..%2fpackage.json', '/assets', '/assets/index-B1x_-y8Z.js.br', '//etc/passwd', '/constructor'])(
    'has no %s',
    (name) => {
      expect(ask(name)).toBeNull()
    },
  )
})

describe('readPage', () => {
  it('says what to do where the page was not built', () => {
    expect(() => readPage(join(folder, 'nowhere'))).toThrow(SettingProblem)
    expect(() => readPage(join(folder, 'nowhere'))).toThrow(/npm run build/)
  })
})
