import type { ContentPart } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { rulesOf } from '../rules-of.ts'
import { toContentBlocks } from './content-blocks.ts'
import { createRefusals } from './turn-context.ts'

function written(part: ContentPart) {
  const report = createReportBuilder()
  const refusals = createRefusals()
  const blocks = toContentBlocks({ role: 'user', content: [part] }, 'messages[0]', { rules: rulesOf('m'), report, refuse: refusals.refuse })
  const { dropped, changed } = report.toReport({})
  return { block: blocks[0], told: [...dropped, ...changed].map(({ name }) => name), refused: refusals.first }
}

const image = (url: string, detail?: string): ContentPart => ({
  type: 'image_url',
  imageUrl: { url, ...(detail === undefined ? {} : { detail }) },
})
const file = (fields: Extract<ContentPart, { type: 'file' }>['file']): ContentPart => ({ type: 'file', file: fields })
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const PDF = base64('%PDF-1.7 …')

describe('pictures', () => {
  it('go as their bytes or by their address', () => {
    expect(written(image('data:image/png;base64,AAAA'))).toMatchObject({
      block: { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
      told: [],
    })
    expect(written(image('data:image/jpg;base64,AAAA')).block).toMatchObject({ source: { media_type: 'image/jpeg' } })
    expect(written(image('https://x.org/a.png')).block).toEqual({ type: 'image', source: { type: 'url', url: 'https://x.org/a.png' } })
  })

  it('have no detail to ask for', () => {
    expect(written(image('https://x.org/a.png', 'high')).told).toEqual(['messages[0].content[0].image_url.detail'])
  })

  it.each(['data:image/svg+xml;base64,AAAA', 'data:;base64,AAAA', 'file:///etc/passwd', 'AAAA'])(
    'of another kind are refused: %s',
    (url) => {
      const { block, refused } = written(image(url))
      expect(block).toBeUndefined()
      expect(refused).toMatchObject({ code: 'unsupported_parameter', meta: { parameter: 'image_url', location: 'messages[0].content[0]' } })
    },
  )
})

describe('files', () => {
  const pdf = { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: PDF } }

  it.each([
    [{ fileData: `data:application/pdf;base64,${PDF}` }],
    [{ fileId: `data:application/pdf;base64,${PDF}` }],
    [{ fileData: PDF, format: 'application/pdf' }],
    [{ fileData: PDF }],
    [{ fileData: `data:application/octet-stream;base64,${PDF}` }],
  ])('that are PDF go as such: %j', (fields) => {
    expect(written(file(fields))).toMatchObject({ block: pdf, told: [], refused: null })
  })

  it('carry their name as a title', () => {
    expect(written(file({ fileData: PDF, filename: 'a.pdf' })).block).toEqual({ ...pdf, title: 'a.pdf' })
  })

  it('that are text go as plain text', () => {
    const block = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Grüße' } }
    expect(written(file({ fileData: `data:text/plain;base64,${base64('Grüße')}` }))).toMatchObject({ block, told: [] })
    expect(written(file({ fileData: 'data:text/plain,Gr%C3%BC%C3%9Fe' }))).toMatchObject({ block, told: [] })
    expect(written(file({ fileData: base64('Grüße'), filename: 'notes.MD' }))).toMatchObject({
      block,
      told: ['messages[0].content[0].file.format'],
    })
  })

  it('that are pictures go as pictures', () => {
    expect(written(file({ fileData: 'AAAA', filename: 'a.webp' })).block).toEqual({
      type: 'image',
      source: { type: 'base64', media_type: 'image/webp', data: 'AAAA' },
    })
    expect(written(file({ fileId: 'file_1', format: 'image/png' })).block).toEqual({
      type: 'image',
      source: { type: 'file', file_id: 'file_1' },
    })
    expect(written(file({ fileId: 'https://x.org/a.png', format: 'image/png' })).block).toMatchObject({
      type: 'image',
      source: { type: 'url' },
    })
  })

  it('elsewhere go by their address or id', () => {
    expect(written(file({ fileId: 'https://x.org/a.pdf' })).block).toEqual({
      type: 'document',
      source: { type: 'url', url: 'https://x.org/a.pdf' },
    })
    expect(written(file({ fileId: 'file_011' })).block).toEqual({ type: 'document', source: { type: 'file', file_id: 'file_011' } })
  })

  it.each([{}, { fileData: 'AAAA' }, { fileData: 'AAAA', filename: 'a.docx' }, { fileData: 'data:application/zip;base64,AAAA' }])(
    'of another kind are refused: %j',
    (fields) => {
      expect(written(file(fields))).toMatchObject({
        block: undefined,
        refused: { code: 'unsupported_parameter', meta: { parameter: 'file' } },
      })
    },
  )
})

it('sound is refused, with the reason', () => {
  const { refused } = written({ type: 'input_audio', inputAudio: { data: 'AAAA', format: 'wav' } })
  expect(refused).toMatchObject({
    code: 'unsupported_parameter',
    message: 'messages[0].content[0] cannot be sent: the Messages API takes no sound. Take it out, or choose a model that takes it.',
  })
})

it('blank text beside other parts is left out, and that is told', () => {
  expect(written({ type: 'text', text: '  ' })).toMatchObject({ block: undefined, told: ['messages[0].content[0]'] })
})
