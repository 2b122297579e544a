import { describe, expect, it } from 'vitest'
import type { AttachmentPart } from './attachment-part.ts'
import { toBase64 } from './base64.ts'
import { describeAttachment } from './describe-attachment.ts'
import { bytesOf, PNG } from './fake-files.ts'
import { named } from './part-names.ts'

const picture = (url: string): AttachmentPart => ({ type: 'image_url', imageUrl: { url } })

describe('describeAttachment', () => {
  it('tells type, size and pixels of a picture by its bytes', () => {
    expect(describeAttachment(named(picture(`data:image/png;base64,${PNG}`), 'photo.png'))).toEqual({
      kind: 'image',
      name: 'photo.png',
      mediaType: 'image/png',
      bytes: 73,
      address: null,
      size: { width: 3, height: 2 },
      pictureUrl: `data:image/png;base64,${PNG}`,
    })
  })
  it('draws a picture as what it is, whatever it is said to be', () => {
    expect(describeAttachment(picture(`data:image/svg+xml;x=y;base64,${PNG}`)).pictureUrl).toBe(`data:image/png;base64,${PNG}`)
  })
  it.each([
    ['shapes that can hold programs', toBase64(bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))],
    ['what is no base64', `${PNG.slice(0, 60)}"><script>`],
    [
      'a small file of more pixels than a page can hold',
      toBase64(bytesOf([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', [0, 0, 255, 255, 0, 0, 255, 255], 'x'.repeat(40))),
    ],
  ])('does not draw %s', (_, base64) => {
    expect(describeAttachment(picture(`data:image/png;base64,${base64}`)).pictureUrl).toBeNull()
  })
  it('shows an address as an address, never as a picture', () => {
    expect(describeAttachment(picture('https://example.org/a.png'))).toMatchObject({
      address: 'https://example.org/a.png',
      pictureUrl: null,
      bytes: null,
    })
    expect(describeAttachment({ type: 'file', file: { fileId: 'file-123' } })).toMatchObject({ address: 'file-123', bytes: null })
  })
  it('knows files by name and type, however they are held', () => {
    const facts = { kind: 'file', mediaType: 'application/pdf', bytes: 3, address: null, pictureUrl: null }
    expect(describeAttachment({ type: 'file', file: { filename: 'a.pdf', fileData: 'data:application/pdf;base64,QUJD' } })).toMatchObject({
      ...facts,
      name: 'a.pdf',
    })
    expect(describeAttachment({ type: 'file', file: { fileId: 'data:application/pdf;base64,QUJD' } })).toMatchObject(facts)
    expect(describeAttachment({ type: 'file', file: { fileData: 'QUJD', format: 'application/pdf' } })).toMatchObject(facts)
  })
  it('knows sound by its bytes, else by what is said of it', () => {
    const sound = (data: string, format: string): AttachmentPart => ({ type: 'input_audio', inputAudio: { data, format } })
    expect(describeAttachment(sound(toBase64(bytesOf('ID3', [4, 0, 0, 0, 0])), 'wav'))).toMatchObject({
      kind: 'audio',
      mediaType: 'audio/mpeg',
    })
    expect(describeAttachment(sound('AAAA', 'wav'))).toMatchObject({ mediaType: 'audio/wav', bytes: 3 })
  })
})
