import { describe, expect, it } from 'vitest'
import { messageText, otherParts, withText } from './message-text.ts'

const image = { type: 'image_url', imageUrl: { url: 'https://example.org/a.png' } } as const

describe('the text of a message', () => {
  it('is its content, or the text of its parts', () => {
    expect(messageText({ content: 'Hello' })).toBe('Hello')
    expect(messageText({ content: [{ type: 'text', text: 'one' }, image, { type: 'text', text: 'two' }] })).toBe('one\ntwo')
    expect(messageText({ content: null })).toBe('')
    expect(messageText({})).toBe('')
  })
  it('is replaced without losing what is no text', () => {
    expect(withText('old', 'new')).toBe('new')
    expect(withText(null, 'new')).toBe('new')
    expect(withText([image, { type: 'text', text: 'old' }], 'new')).toEqual([image, { type: 'text', text: 'new' }])
    expect(withText([image], 'new')).toEqual([{ type: 'text', text: 'new' }, image])
  })
  it('names the other parts once', () => {
    expect(otherParts({ content: [image, image, { type: 'text', text: 'a' }] })).toEqual(['image_url'])
    expect(otherParts({ content: 'a' })).toEqual([])
  })
})
