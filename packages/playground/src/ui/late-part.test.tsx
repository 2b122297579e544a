import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { latePart } from './late-part.tsx'

let root: Root | null = null
const host = document.createElement('div')
afterEach(() => {
  root?.unmount()
  root = null
})

function draw(part: React.ReactNode): void {
  root ??= createRoot(host)
  root.render(part)
}

describe('latePart', () => {
  it('stands where it is drawn once it has come', async () => {
    const Word = latePart(
      async () =>
        ({ word }: { word: string }) => <b>{word}</b>,
      ({ word }) => <i>{word}</i>,
    )
    draw(<Word word="hello" />)
    await expect.poll(() => host.innerHTML).toBe('<b>hello</b>')
  })

  it('draws what stands for it while it cannot be fetched, and tries again when it is next drawn', async () => {
    let fetches = 0
    const Word = latePart(
      async () => {
        fetches += 1
        if (fetches === 1) throw new Error('There is no network.')
        return () => <b>here</b>
      },
      () => <i>away</i>,
    )
    draw(<Word />)
    await expect.poll(() => fetches).toBe(1)
    expect(host.innerHTML).toBe('<i>away</i>')
    draw(null)
    await expect.poll(() => host.innerHTML).toBe('')
    draw(<Word />)
    await expect.poll(() => host.innerHTML).toBe('<b>here</b>')
  })
})
