import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { canonicalText, textHash } from '../state/text-hash.ts'
import { shortMessage } from './short-message.ts'

const image = (data: string) => ({ type: 'image_url', imageUrl: { url: `data:image/png;base64,${data}` } }) as const
const text = { type: 'text', text: 'Look' } as const
const hash = (message: Message) => textHash(canonicalText(shortMessage(message)))
const holding = (...content: NonNullable<Exclude<Message['content'], string>>): Message => ({ role: 'user', content })

describe('shortMessage', () => {
  it('is the message itself where nothing is attached', () => {
    for (const message of [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: null }, holding(text)] as const)
      expect(shortMessage(message)).toBe(message)
  })
  it('tells messages apart by what is attached, and by its place', () => {
    const messages = [holding(text, image('AAAA')), holding(text, image('AAAB')), holding(image('AAAA'), text), holding(text)]
    expect(new Set(messages.map(hash)).size).toBe(4)
    expect(hash(holding(text, image('AAAA')))).toBe(hash(holding(text, image('AAAA'))))
  })
  it('reads an attachment through once, however often the words beside it change', () => {
    const part = image('A'.repeat(100))
    let reads = 0
    const watched = {
      ...part,
      get imageUrl() {
        reads += 1
        return part.imageUrl
      },
    }
    for (const words of ['a', 'ab', 'abc']) shortMessage(holding({ type: 'text', text: words }, watched))
    expect(reads).toBe(1)
  })
})
