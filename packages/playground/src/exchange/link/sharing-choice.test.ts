import { describe, expect, it } from 'vitest'
import { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from '../../state/snapshot.ts'
import { looksSecret, withoutSecretText } from '../data/drop-secrets.ts'
import { chosenOf, countAttachments } from './leave-out.ts'
import { secretPlaces } from './secret-places.ts'

const image = { type: 'image_url' as const, imageUrl: { url: 'data:image/png;base64,AAAA' } }
const KEY = 'sk-proj-abcdefghijklmnop1234'

const snapshot: PlaygroundSnapshot = {
  ...EMPTY_SNAPSHOT,
  prompt: { ...EMPTY_SNAPSHOT.prompt, messages: [{ role: 'user', content: [{ type: 'text', text: 'Look' }, image] }] },
  rows: [
    {
      data: { a: '1' },
      history: [
        { role: 'user', content: [image] },
        { role: 'assistant', content: 'A cat.' },
      ],
    },
    { data: { a: '2' } },
  ],
}

describe('what is shared', () => {
  it('is everything where everything was chosen', () => {
    expect(chosenOf(snapshot, { cases: true, attachments: true })).toEqual(snapshot)
    expect(countAttachments(snapshot)).toBe(2)
  })
  it('is without attachments where they stay, texts beside them and conversations included', () => {
    const chosen = chosenOf(snapshot, { cases: true, attachments: false })
    expect(countAttachments(chosen)).toBe(0)
    expect(chosen.prompt.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Look' }] }])
    expect(chosen.rows[0]?.history?.[1]).toEqual({ role: 'assistant', content: 'A cat.' })
    expect(chosen.rows[1]).toEqual(snapshot.rows[1])
  })
  it('is without the images of variants and of columns too', () => {
    const wide: PlaygroundSnapshot = {
      ...snapshot,
      variants: [{ messages: [{ role: 'user', content: [image] }], llmConfig: { model: 'm' } }],
      columns: [{ name: 'picture', type: 'image' }],
      rows: [{ data: { picture: 'data:image/png;base64,AAAA', a: '1' } }],
    }
    expect(countAttachments(wide)).toBe(3)
    const chosen = chosenOf(wide, { cases: true, attachments: false })
    expect(countAttachments(chosen)).toBe(0)
    expect(chosen.rows).toEqual([{ data: { a: '1' } }])
    expect(chosen.variants).toEqual([{ messages: [{ role: 'user', content: [] }], llmConfig: { model: 'm' } }])
  })
  it('is without the attachments of versions too, and keeps what else is known of a conversation', () => {
    const version = {
      message: { role: 'assistant' as const, content: [{ type: 'text' as const, text: 'Look' }, image] },
      llmConfig: { model: 'm' },
    }
    const talk: PlaygroundSnapshot = {
      ...EMPTY_SNAPSHOT,
      rows: [
        {
          data: {},
          history: [{ role: 'user', content: 'Hi' }],
          conversation: {
            turns: [
              { at: 0, versions: [version], answered: 'ff' },
              { at: 0, answered: '' },
            ],
            answers: [{ variant: 0, wording: '', versions: [version], shown: 0 }],
            chosen: 0,
          },
        },
      ],
    }
    expect(countAttachments(talk)).toBe(2)
    const chosen = chosenOf(talk, { cases: true, attachments: false })
    const bare = { message: { role: 'assistant', content: [{ type: 'text', text: 'Look' }] }, llmConfig: { model: 'm' } }
    expect(chosen.rows[0]?.conversation).toEqual({
      turns: [
        { at: 0, versions: [bare], answered: 'ff' },
        { at: 0, answered: '' },
      ],
      answers: [{ variant: 0, wording: '', versions: [bare], shown: 0 }],
      chosen: 0,
    })
  })
  it('has one empty case where the cases stay', () => {
    expect(chosenOf(snapshot, { cases: false, attachments: true }).rows).toEqual([{ data: {} }])
  })
})

describe('what looks like a key', () => {
  it.each([
    KEY,
    'sk-ant-api03-abcdefghijklmnop',
    'ghp_abcdefghijklmnopqrst',
    'github_pat_abcdefghijklmnopqrst',
    'xoxb-1234567890123-abcdef',
    'AIzaSyA1234567890abcdefghijk',
    'AKIAIOSFODNN7EXAMPLE',
    'Authorization: Bearer abcdefgh12345678',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl',
    '-----BEGIN RSA PRIVATE KEY-----',
  ])('is %s', (text) => {
    expect(looksSecret(`before ${text} after`)).toBe(true)
    expect(withoutSecretText(`before ${text} after`)).not.toContain(text)
  })
  it.each(['sk-', 'a task-force', 'The key is under the mat.', 'skeleton_key', 'eyJust a word', 'Bearer of news'])('is not %j', (text) => {
    expect(looksSecret(text)).toBe(false)
    expect(withoutSecretText(text)).toBe(text)
  })
  it('is searched for in a time that grows with the text alone', () => {
    const began = performance.now()
    for (const piece of ['eyJabcdefghij-', 'Bearer ', 'sk-', '-----BEGIN ', 'key_key_']) looksSecret(piece.repeat(100_000))
    expect(performance.now() - began).toBeLessThan(3000)
  })
  it('is named by its place, each once', () => {
    const places = secretPlaces({
      ...EMPTY_SNAPSHOT,
      prompt: {
        ...EMPTY_SNAPSHOT.prompt,
        messages: [
          { role: 'system', content: 'x' },
          {
            role: 'user',
            content: [
              { type: 'text', text: KEY },
              { type: 'text', text: KEY },
            ],
          },
        ],
        llmConfig: { model: 'm', extraBody: { user: KEY } },
      },
      rows: [{ data: { a: 'x', token: KEY } }, { data: {}, expected: KEY, metadata: { b: KEY } }],
    })
    expect(places).toEqual([
      { kind: 'message', number: 2 },
      { kind: 'setting', name: 'user' },
      { kind: 'value', number: 1, name: 'token' },
      { kind: 'case', number: 2 },
    ])
    expect(secretPlaces(snapshot)).toEqual([])
  })
})
