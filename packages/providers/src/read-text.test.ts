import { describe, expect, it } from 'vitest'
import { readText } from './read-text.ts'

async function* pieces(bytes: Uint8Array, size: number, onLeave: () => void = () => undefined): AsyncGenerator<Uint8Array> {
  try {
    for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size)
  } finally {
    onLeave()
  }
}
const encoded = new TextEncoder().encode('Grüße 🌍')

describe('readText', () => {
  it.each([1, 2, 3, 100])('reads text from pieces of %i bytes', async (size) => {
    expect(await readText(pieces(encoded, size), 1_000)).toEqual({ text: 'Grüße 🌍', isWhole: true })
  })

  it('stops at its bound, says so, and leaves the body', async () => {
    let hasLeft = false
    const read = await readText(
      pieces(encoded, 4, () => {
        hasLeft = true
      }),
      2,
    )
    expect(read).toEqual({ text: 'Gr', isWhole: false })
    expect(hasLeft).toBe(true)
  })

  it('takes a body that fills the bound exactly', async () => {
    expect((await readText(pieces(encoded, 3), encoded.byteLength)).isWhole).toBe(true)
  })

  it('reads nothing as nothing', async () => {
    expect(await readText(pieces(new Uint8Array(), 1), 10)).toEqual({ text: '', isWhole: true })
  })
})
