import type { ContentPart, Message } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleCapabilities } from '../queries/sample-capabilities.ts'
import { attachmentsOf, withAttachmentMoved, withAttachments, withoutAttachment } from './message-content.ts'
import { refusedKinds, takes, unmetKinds } from './model-takes.ts'
import { sentBytes } from './sent-bytes.ts'

const image = (name: string) => ({ type: 'image_url', imageUrl: { url: `https://example.org/${name}` } }) as const
const text = (words: string) => ({ type: 'text', text: words }) as const
const [a, b, c] = [image('a'), image('b'), image('c')]

describe('the content of a message', () => {
  it('takes attachments after its text', () => {
    expect(withAttachments('Look', [a])).toEqual([text('Look'), a])
    expect(withAttachments('', [a])).toEqual([a])
    expect(withAttachments(null, [a])).toEqual([a])
    expect(withAttachments([text('Look'), a], [b, c])).toEqual([text('Look'), a, b, c])
    expect(withAttachments('Look', [])).toBe('Look')
  })
  it('is a text again without them', () => {
    expect(withoutAttachment([text('Look'), a], 1)).toBe('Look')
    expect(withoutAttachment([a], 0)).toBe('')
    expect(withoutAttachment([a, text('x'), b], 0)).toEqual([text('x'), b])
    expect(withoutAttachment([text('x'), a, text('y')], 1)).toEqual([text('x'), text('y')])
  })
  it('lets them change places and leaves the text where it is', () => {
    expect(withAttachmentMoved([a, text('x'), b], 0, 1)).toEqual([b, text('x'), a])
    expect(withAttachmentMoved([text('x'), a, b, c], 3, -1)).toEqual([text('x'), a, c, b])
    expect(withAttachmentMoved([text('x'), a], 1, 1)).toEqual([text('x'), a])
    expect(withAttachmentMoved([text('x'), a], 0, 1)).toEqual([text('x'), a])
    expect(attachmentsOf([text('x'), a]).map(({ at }) => at)).toEqual([1])
  })
  it('loses and doubles none by moving, wherever they stand', () => {
    const part = fc.constantFrom<ContentPart>(text('x'), a, b, c)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.nat(12), fc.constantFrom(1, -1), (parts, at, by) => {
        const moved = withAttachmentMoved(parts, at % parts.length, by)
        if (typeof moved === 'string') return
        const sorted = (list: readonly ContentPart[]) => list.map((one) => JSON.stringify(one)).toSorted()
        expect(sorted(moved)).toEqual(sorted(parts))
      }),
    )
  })
})

describe('what a model takes', () => {
  const capabilities = sampleCapabilities({ vision: true })
  const message: Message = { role: 'user', content: [a, { type: 'input_audio', inputAudio: { data: '', format: 'wav' } }] }
  it('is what it is known to', () => {
    expect(takes({ capabilities }, 'image')).toBe(true)
    expect(refusedKinds({ capabilities })).toEqual(['audio', 'file'])
    expect(unmetKinds(message.content, { capabilities })).toEqual(['audio'])
  })
  it('is everything where nothing is known', () => {
    expect(refusedKinds(null)).toEqual([])
    expect(unmetKinds(message.content, { capabilities: null })).toEqual([])
  })
})

describe('sentBytes', () => {
  it('counts what stands in the body, which is longer than the file', () => {
    const messages: readonly Message[] = [
      { role: 'system', content: 'words are not counted' },
      { role: 'user', content: [{ type: 'image_url', imageUrl: { url: 'data:image/png;base64,QUJD' } }, text('nor these')] },
      {
        role: 'user',
        content: [
          { type: 'file', file: { fileData: 'QUJD' } },
          { type: 'input_audio', inputAudio: { data: 'QUJD', format: 'wav' } },
        ],
      },
    ]
    expect(sentBytes(messages)).toBe(26 + 4 + 4)
  })
})
