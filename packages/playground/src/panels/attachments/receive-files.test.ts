import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { bytesOf, fakeFile } from '../../attachments/fake-files.ts'
import { LARGEST_REQUEST_BYTES } from '../../attachments/limits.ts'
import type { GivenFile } from '../../attachments/take-files.ts'
import type { AttachOwner } from './attach-owner.ts'
import { receiveFiles } from './receive-files.ts'

/** A message whose content is drawn only when it is told so, as a page does. */
function fakeOwner(besides: AttachOwner['besides'] = []) {
  let now: Message['content'] = 'Look'
  const owner: AttachOwner = {
    content: now,
    role: 'user',
    title: { key: 'ofMessage', number: 1 },
    besides,
    hasUndo: true,
    update(change) {
      now = change(now)
    },
  }
  return { owner, now: () => now }
}
const text = (name: string): GivenFile => fakeFile(name, bytesOf('hello'))
const part = (filename: string) => ({ type: 'file', file: { filename, fileData: 'data:text/plain;base64,aGVsbG8=' } })
const data = (length: number): Message => ({ role: 'user', content: [{ type: 'file', file: { fileData: 'A'.repeat(length) } }] })

describe('receiveFiles', () => {
  it('attaches to the message as it is by then, so that two drops in a row both stay', async () => {
    const { owner, now } = fakeOwner()
    const about = { model: null, prompt: [], owner: () => owner }
    await Promise.all([receiveFiles([text('a')], about), receiveFiles([text('b')], about)])
    expect(now()).toEqual([{ type: 'text', text: 'Look' }, part('a'), part('b')])
  })
  it('answers with what it did not attach, and then changes nothing', async () => {
    const { owner, now } = fakeOwner()
    const problems = await receiveFiles([fakeFile('e', new Uint8Array())], { model: null, prompt: [], owner: () => owner })
    expect(problems).toEqual([{ code: 'empty', name: 'e' }])
    expect(now()).toBe('Look')
  })
  it('does nothing to a message that is gone once the files are read', async () => {
    const { owner, now } = fakeOwner()
    let isThere = true
    const slow: GivenFile = {
      ...text('a'),
      arrayBuffer() {
        isThere = false
        return text('a').arrayBuffer()
      },
    }
    expect(await receiveFiles([slow], { model: null, prompt: [], owner: () => (isThere ? owner : null) })).toEqual([])
    expect(now()).toBe('Look')
  })
  it('counts the prompt and the conversation for the size of the request', async () => {
    const half = LARGEST_REQUEST_BYTES / 2
    const about = { model: null, prompt: [data(half)] }
    const fits = fakeOwner([data(half - 31)]).owner
    const full = fakeOwner([data(half - 30)]).owner
    expect(await receiveFiles([text('a')], { ...about, owner: () => fits })).toEqual([])
    expect(await receiveFiles([text('a')], { ...about, owner: () => full })).toEqual([{ code: 'request-too-large', name: 'a' }])
  })
})
