import { describe, expect, it } from 'vitest'
import { bytesOf } from './fake-files.ts'
import { audioFormat, fileType, pictureType, typeName } from './file-type.ts'

const zeros = [0, 0, 0, 0]
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('fileType', () => {
  it.each([
    ['a PNG', bytesOf([0x89], 'PNG\r\n', [0x1a], '\n', zeros), 'image', 'image/png'],
    ['a JPEG', bytesOf([0xff, 0xd8, 0xff, 0xe0], zeros), 'image', 'image/jpeg'],
    ['a GIF', bytesOf('GIF89a', zeros), 'image', 'image/gif'],
    ['a WebP', bytesOf('RIFF', zeros, 'WEBPVP8 '), 'image', 'image/webp'],
    ['a WAV', bytesOf('RIFF', zeros, 'WAVEfmt '), 'audio', 'audio/wav'],
    ['an MP3 with tags', bytesOf('ID3', [4, 0, 0], zeros), 'audio', 'audio/mpeg'],
    ['an MP3 without', bytesOf([0xff, 0xfb, 0x90, 0x64], zeros), 'audio', 'audio/mpeg'],
    ['a FLAC', bytesOf('fLaC', zeros), 'audio', 'audio/flac'],
    ['an Ogg', bytesOf('OggS', zeros), 'audio', 'audio/ogg'],
    ['an M4A', bytesOf([0, 0, 0, 32], 'ftypM4A ', zeros), 'audio', 'audio/mp4'],
    ['a PDF', bytesOf('%PDF-1.7\n', [0, 1, 2]), 'file', 'application/pdf'],
    ['a Word document', bytesOf('PK', [3, 4, 0], 'something', [0], 'word/document.xml', [0]), 'file', docx],
    ['an SVG', bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'file', 'image/svg+xml'],
    ['a page', bytesOf('<!DOCTYPE html><p>a</p>'), 'file', 'text/html'],
    ['XML', bytesOf('<?xml version="1.0"?><a/>'), 'file', 'application/xml'],
    ['JSON', bytesOf(' {"a": 1}\n'), 'file', 'application/json'],
    ['text that begins like JSON', bytesOf('{not json'), 'file', 'text/plain'],
    ['text', bytesOf('a,b\r\n1,2\t\u001b[0m'), 'file', 'text/plain'],
  ] as const)('knows %s', (_, bytes, kind, mediaType) => {
    expect(fileType(bytes)).toEqual({ kind, mediaType })
  })
  it.each([
    ['a program', bytesOf([0x7f], 'ELF', [2, 1, 1, 0])],
    ['an archive', bytesOf('PK', [3, 4, 0], 'photos/', [0])],
    ['a film', bytesOf([0, 0, 0, 32], 'ftypisom', zeros)],
    ['text in UTF-16', bytesOf([0xff, 0xfe], 'a', [0], 'b', [0])],
    ['text that is cut in a character', bytesOf('a', [0xe2, 0x82])],
    ['a text with a zero', bytesOf('a', [0])],
  ])('takes %s for nothing that models take', (_, bytes) => {
    expect(fileType(bytes)).toBeNull()
  })
})

describe('pictureType', () => {
  it('is that of pictures alone', () => {
    expect(pictureType(bytesOf('GIF87a', zeros))).toBe('image/gif')
    expect(pictureType(bytesOf('%PDF-1.7'))).toBeNull()
    expect(pictureType(bytesOf('<svg/>'))).toBeNull()
    expect(pictureType(new Uint8Array())).toBeNull()
  })
})

describe('names of types', () => {
  it('are those that people use', () => {
    expect(['image/png', 'application/pdf', 'text/plain', 'image/svg+xml', docx].map(typeName)).toEqual([
      'PNG',
      'PDF',
      'TXT',
      'SVG',
      'DOCX',
    ])
  })
  it('are spelled for input_audio as its API does', () => {
    expect(['audio/wav', 'audio/mpeg', 'audio/mp4'].map(audioFormat)).toEqual(['wav', 'mp3', 'm4a'])
  })
})
