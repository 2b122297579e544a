import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { foldBase64 } from './fold-base64.ts'

const bytes = Buffer.from(Array.from({ length: 212_000 }, (_, position) => (position * 7) % 251))
const base64 = bytes.toString('base64')
const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)

describe('foldBase64', () => {
  it('shows a data URL as its type, size and digest', () => {
    const body = JSON.stringify({ image_url: { url: `data:image/png;base64,${base64}` }, text: 'after' })
    expect(foldBase64(body)).toBe(`{"image_url":{"url":"<image/png 212 kB sha256:${digest}>"},"text":"after"}`)
  })

  it('folds each of several, within text too, and reads parameters of the type', () => {
    const text = `see data:IMAGE/Webp;charset=utf-8;base64,${base64} and data:text/plain;base64,${base64}`
    expect(foldBase64(text)).toBe(`see <image/webp 212 kB sha256:${digest}> and <text/plain 212 kB sha256:${digest}>`)
  })

  it('folds bare base64 where the formats hold it', () => {
    expect(foldBase64(`{"input_audio":{"data":"${base64}","format":"wav"}}`)).toBe(
      `{"input_audio":{"data":"<base64 212 kB sha256:${digest}>","format":"wav"}}`,
    )
    expect(foldBase64(`{"file":{"file_data": "${base64}"}}`)).toContain('"file_data": "<base64 212 kB')
  })

  it.each([
    ['base64 of 1 KiB or less', `{"url":"data:image/png;base64,${'A'.repeat(1024)}"}${' '.repeat(2000)}`],
    ['a long word in a text', `{"text":"${'a'.repeat(5000)}"}`],
    ['text that follows "data"', `{"data":"${'some words '.repeat(300)}"}`],
  ])('leaves %s byte for byte', (_, text) => {
    expect(foldBase64(text)).toBe(text)
  })

  it('folds from 1025 characters on', () => {
    expect(foldBase64(`data:image/png;base64,${'A'.repeat(1025)}`)).toMatch(/^<image\/png 1 kB sha256:[0-9a-f]{16}>$/)
  })

  it('folds data of many megabytes', () => {
    const large = 'A'.repeat(24_000_000)
    expect(foldBase64(`{"url":"data:application/pdf;base64,${large}"}`)).toMatch(
      /^\{"url":"<application\/pdf 18000 kB sha256:[0-9a-f]{16}>"\}$/,
    )
    expect(foldBase64(`{"data":"${large}=="}`)).toMatch(/^\{"data":"<base64 18000 kB sha256:[0-9a-f]{16}>"\}$/)
  })

  it('takes time in proportion to the text', () => {
    const text = 'data:image/png;base64,AAAA '.repeat(40_000) + 'data:'.repeat(40_000)
    const startMs = performance.now()
    expect(foldBase64(text)).toBe(text)
    expect(performance.now() - startMs).toBeLessThan(1_000)
  })
})
