import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SseMessage } from './provider.ts'
import { readSse, SseEventTooLarge } from './sse.ts'

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

async function* pieces(...list: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of list) yield typeof piece === 'string' ? encoded(piece) : piece
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield encoded('data: one\n\ndata: tw')
  throw new Error('reset')
}

async function read(body: AsyncIterable<Uint8Array>, maxEventChars = 1_000, comments = false): Promise<SseMessage[]> {
  const messages: SseMessage[] = []
  for await (const batch of readSse(body, { maxEventChars, comments })) messages.push(...batch)
  return messages
}

describe('readSse', () => {
  it.each([
    ['a space after the colon', 'data: one\n\n'],
    ['no space after the colon', 'data:one\n\n'],
    ['CRLF', 'data: one\r\n\r\n'],
    ['bare CR', 'data: one\r\r'],
    ['a byte order mark', '\ufeffdata: one\n\n'],
    ['comments before and between', ': PROCESSING\n\n: again\ndata: one\n\n'],
    ['fields of no interest', 'id: 7\nretry: 100\nfoo: bar\ndata: one\n\n'],
    ['a comment inside', 'data: one\n: still here\n\n'],
  ])('reads an event with %s', async (_, text) => {
    expect(await read(pieces(text))).toEqual([{ data: 'one' }])
  })

  it('joins the lines of one event, keeps an empty one, and names its type', async () => {
    expect(await read(pieces('event: error\ndata: a\ndata:\ndata:  b\n\n'))).toEqual([{ event: 'error', data: 'a\n\n b' }])
  })

  it('delivers no event without data', async () => {
    expect(await read(pieces('event: ping\n\n', ': x\n\n', '\n\n\n'))).toEqual([])
  })

  it.each(['data: last', 'data: last\n', 'data: last\r\n', 'data: last\r'])(
    'delivers a last event that is not terminated (%j)',
    async (text) => {
      expect(await read(pieces('data: first\n\n', text))).toEqual([{ data: 'first' }, { data: 'last', unterminated: true }])
    },
  )

  it('delivers comments where they are asked for, in their place', async () => {
    const text = ': PROCESSING\n\n: PROCESSING\r\n\r\ndata: one\n: still here\n\n:\n\n'
    const whole = await read(pieces(text), 1_000, true)
    expect(whole.map(({ comment, data }) => comment ?? `data ${data}`)).toEqual(['PROCESSING', 'PROCESSING', 'still here', 'data one', ''])
    expect(whole.every(({ comment, data }) => comment === undefined || data === '')).toBe(true)
    expect(await read(pieces(...Array.from(text)), 1_000, true)).toEqual(whole)
  })

  it('marks nothing where the stream ends with its last event', async () => {
    expect(await read(pieces('data: first\n\n'))).toEqual([{ data: 'first' }])
  })

  it('gives together what arrived together, at once', async () => {
    const batches: string[][] = []
    const body = pieces('data: 1\n\ndata: 2\n\nda', 'ta: 3\n', '\ndata: 4\n\n')
    for await (const batch of readSse(body, { maxEventChars: 100 })) batches.push(batch.map(({ data }) => data))
    expect(batches).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('reads the same wherever the bytes are cut, inside characters and line ends too', async () => {
    const lineEnd = fc.constantFrom('\n', '\r\n')
    const data = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/[\r\n\0\ufeff]/g, '_').trimStart()),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(data, lineEnd, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), async (list, eol, sizes) => {
        const bytes = encoded(list.map((text) => `data: ${text}${eol}${eol}`).join(''))
        const cut: Uint8Array[] = []
        for (let start = 0; start < bytes.byteLength;) {
          const { value: size } = sizes.next()
          cut.push(bytes.subarray(start, start + size))
          start += size
        }
        expect((await read(pieces(...cut))).map((message) => message.data)).toEqual(list)
      }),
      { numRuns: 60 },
    )
  })

  it('puts a replacement where bytes are no UTF-8, and goes on', async () => {
    const bad = new Uint8Array([...encoded('data: a'), 0xff, ...encoded('b\n\ndata: c\n\n')])
    expect(await read(pieces(bad))).toEqual([{ data: 'a\ufffdb' }, { data: 'c' }])
  })

  it('refuses an event that grows past its bound, after those before it', async () => {
    const seen: string[] = []
    const body = pieces('data: small\n\n', 'data: ', 'x'.repeat(60), 'x'.repeat(60))
    const reading = (async () => {
      for await (const batch of readSse(body, { maxEventChars: 100 })) seen.push(...batch.map(({ data }) => data))
    })()
    await expect(reading).rejects.toThrow(SseEventTooLarge)
    expect(seen).toEqual(['small'])
  })

  it('passes on the failure of the body after what came before it', async () => {
    const seen: string[] = []
    const reading = (async () => {
      for await (const batch of readSse(broken(), { maxEventChars: 100 })) seen.push(...batch.map(({ data }) => data))
    })()
    await expect(reading).rejects.toThrow('reset')
    expect(seen).toEqual(['one'])
  })

  it('works through one long event in small pieces without going over it again and again', async () => {
    const parts = Array.from({ length: 20_000 }, () => 'x'.repeat(50))
    const startMs = performance.now()
    const [message] = await read(pieces('data: ', ...parts, '\n\n'), 2_000_000)
    expect(message?.data).toHaveLength(1_000_000)
    expect(performance.now() - startMs).toBeLessThan(2_000)
  })
})
