import { describe, expect, it } from 'vitest'
import { columnValue } from '../attachments/column-value.ts'
import { PNG, bytesOf, fakeFile } from '../attachments/fake-files.ts'
import { LARGEST_FILE_BYTES } from '../attachments/limits.ts'
import { fileValue } from './file-value.ts'

const picture = fakeFile(
  'cat.png',
  Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0)),
)
const document = fakeFile('paper.pdf', bytesOf('%PDF-1.7 and more'))

describe('a file in a cell', () => {
  it('is a data URL that the column reads back', async () => {
    const value = await fileValue('image', picture)
    expect(value).toEqual({ ok: true, value: `data:image/png;base64,${PNG}` })
    const pdf = await fileValue('file', document)
    expect(pdf.ok && columnValue('file', 'paper', pdf.value)).toMatchObject({ ok: true, part: { file: { filename: 'paper.pdf' } } })
  })
  it('may be a picture or sound where any file is wanted', async () => {
    expect(await fileValue('file', picture)).toMatchObject({ ok: true })
    expect(await fileValue('file', fakeFile('a.flac', bytesOf('fLaC and more')))).toMatchObject({
      ok: true,
      value: expect.stringMatching(/^data:audio\/flac;base64,/),
    })
  })
  it('says why it is not taken', async () => {
    expect(await fileValue('image', document)).toEqual({ ok: false, fault: 'wrong-kind' })
    expect(await fileValue('image', fakeFile('a.png', bytesOf()))).toEqual({ ok: false, fault: 'empty' })
    expect(await fileValue('file', fakeFile('a.bin', bytesOf([0, 1, 2, 3])))).toEqual({ ok: false, fault: 'unknown-type' })
    expect(await fileValue('file', fakeFile('a.pdf', bytesOf('%PDF'), LARGEST_FILE_BYTES + 1))).toEqual({
      ok: false,
      fault: 'file-too-large',
    })
  })
})
