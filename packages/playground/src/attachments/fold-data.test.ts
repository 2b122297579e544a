import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countData, foldData } from './fold-data.ts'

const long = 'A'.repeat(4000)

describe('foldData', () => {
  it('says what long data is and how large', () => {
    const body = JSON.stringify({ url: `data:image/PNG;base64,${long}`, more: `data:application/pdf;x=1;base64,${long}==` })
    expect(foldData(body)).toBe('{"url":"<image/png 3 kB>","more":"<application/pdf 3 kB>"}')
  })
  it('folds data alone where providers hold it', () => {
    const body = JSON.stringify({ input_audio: { data: long, format: 'wav' }, file: { file_data: `data:a/b;base64,${long}` }, text: long })
    expect(foldData(body)).toBe(
      `{"input_audio":{"data":"<base64 3 kB>","format":"wav"},"file":{"file_data":"<a/b 3 kB>"},"text":"${long}"}`,
    )
  })
  it('leaves short data and everything else as it is', () => {
    const short = `data:image/png;base64,${'A'.repeat(1024)}`
    expect(foldData(short.padEnd(3000, ' '))).toBe(short.padEnd(3000, ' '))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const padded = text.padEnd(2000, ' data:;base64,')
        expect(foldData(padded)).toBe(padded)
      }),
    )
  })
  it('is counted', () => {
    expect(countData(`data:image/png;base64,${long} {"data": "${long}", "file_data": "short"}`)).toBe(2)
    expect(countData(long)).toBe(0)
  })
  it('folds many megabytes', () => {
    expect(foldData(`"data": "data:image/png;base64,${'A'.repeat(40_000_000)}"`)).toBe('"data": "<image/png 30000 kB>"')
  })
})
