import { describe, expect, it } from 'vitest'
import { sampleCapabilities } from '../queries/sample-capabilities.ts'
import { firstBytes } from './base64.ts'
import { bytesOf, fakeFile, PNG } from './fake-files.ts'
import { LARGEST_FILE_BYTES, LARGEST_REQUEST_BYTES } from './limits.ts'
import { nameOf } from './part-names.ts'
import { type GivenFile, type Room, takeFiles } from './take-files.ts'

const room: Room = { model: null, count: 0, sentBytes: 0 }
const png = (name = 'photo.png') => fakeFile(name, firstBytes(PNG, 200))
const textFile = (name: string) => fakeFile(name, bytesOf('hello'))
const none = sampleCapabilities()

describe('takeFiles', () => {
  it('makes each the part that its bytes say, not its name', async () => {
    const wav = fakeFile('x.pdf', bytesOf('RIFF', [0, 0, 0, 0], 'WAVEfmt '))
    const svg = fakeFile('drawing.png', bytesOf('<svg onload="alert(1)"/>'))
    const { parts, problems } = await takeFiles([png('notes.txt'), wav, svg], room)
    expect(problems).toEqual([])
    expect(parts).toEqual([
      { type: 'image_url', imageUrl: { url: `data:image/png;base64,${PNG}` } },
      { type: 'input_audio', inputAudio: { data: 'UklGRgAAAABXQVZFZm10IA==', format: 'wav' } },
      { type: 'file', file: { filename: 'drawing.png', fileData: `data:image/svg+xml;base64,${btoa('<svg onload="alert(1)"/>')}` } },
    ])
    expect(parts.map(nameOf)).toEqual(['notes.txt', 'x.pdf', 'drawing.png'])
  })
  it('tells each that it cannot take, and takes the others', async () => {
    const gone: GivenFile = { name: 'folder', size: 4096, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }
    const files = [fakeFile('empty.txt', new Uint8Array()), gone, fakeFile('tool.exe', bytesOf('MZ', [0, 1, 2])), textFile('a.txt')]
    const { parts, problems } = await takeFiles(files, room)
    expect(problems.map(({ code, name }) => `${name} ${code}`)).toEqual(['empty.txt empty', 'folder unreadable', 'tool.exe unknown-type'])
    expect(parts).toHaveLength(1)
  })
  it('reads nothing of a file that is too large', async () => {
    const huge: GivenFile = { name: 'film.mov', size: LARGEST_FILE_BYTES + 1, arrayBuffer: () => Promise.reject(new Error('was read')) }
    expect((await takeFiles([huge], room)).problems).toEqual([{ code: 'file-too-large', name: 'film.mov', bytes: LARGEST_FILE_BYTES + 1 }])
  })
  it('takes as many as a message holds of twenty at once', async () => {
    const files = Array.from({ length: 20 }, (_, index) => textFile(`${index}.txt`))
    const { parts, problems } = await takeFiles(files, { ...room, count: 3 })
    expect(parts.map(nameOf)).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt', '5.txt', '6.txt'])
    expect(problems).toHaveLength(13)
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['too-many']))
  })
  it('gives no room to those that are refused', async () => {
    const files = [fakeFile('empty', new Uint8Array()), textFile('a.txt')]
    expect((await takeFiles(files, { ...room, count: 9 })).parts.map(nameOf)).toEqual(['a.txt'])
  })
  it('counts what base64 makes of a file', async () => {
    const left = (sentBytes: number) => takeFiles([textFile('a.txt')], { ...room, sentBytes: LARGEST_REQUEST_BYTES - sentBytes })
    // `data:text/plain;base64,` and eight characters for five bytes.
    expect((await left(31)).parts).toHaveLength(1)
    expect((await left(30)).problems).toEqual([{ code: 'request-too-large', name: 'a.txt' }])
  })
  it('takes nothing that the model is known not to', async () => {
    const { parts, problems } = await takeFiles([png(), textFile('a.txt')], { ...room, model: { capabilities: { ...none, files: true } } })
    expect(parts.map(nameOf)).toEqual(['a.txt'])
    expect(problems).toEqual([{ code: 'not-taken', name: 'photo.png', kind: 'image' }])
  })
})
