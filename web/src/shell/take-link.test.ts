import { expect, it } from 'vitest'
import { takeLink } from './take-link.ts'

function pageAt(address: string) {
  const url = new URL(address)
  const replaced: string[] = []
  const history = {
    state: { kept: 1 },
    replaceState: (state: unknown, _: string, to: string) => void replaced.push(JSON.stringify([state, to])),
  }
  return { replaced, view: { location: url, history } as unknown as Pick<Window, 'location' | 'history'> }
}

it('takes a link out of the address and keeps the rest of it', () => {
  const { view, replaced } = pageAt('https://x.example/playground?a=1#vitrine=AAAA')
  expect(takeLink(view)).toBe('#vitrine=AAAA')
  expect(replaced).toEqual(['[{"kept":1},"/playground?a=1"]'])
})

it('leaves what else the fragment says', () => {
  const { view, replaced } = pageAt('https://x.example/playground#filter=failed&vitrine=AAAA')
  expect(takeLink(view)).toBe('#vitrine=AAAA')
  expect(replaced).toEqual(['[{"kept":1},"/playground#filter=failed"]'])
})

it.each(['https://x.example/', 'https://x.example/#', 'https://x.example/#vitrine', 'https://x.example/?vitrine=AAAA'])(
  'leaves %s as it is',
  (address) => {
    const { view, replaced } = pageAt(address)
    expect(takeLink(view)).toBeNull()
    expect(replaced).toEqual([])
  },
)
