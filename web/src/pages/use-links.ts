import { decodeLink, type PlaygroundHandle } from '@vitrine/playground'
import { type RefObject, useEffect } from 'react'
import { takeLink } from '../shell/take-link.ts'

/** Opens the link that the page was come to by, and asks before one that comes later, while somebody is at work. */
export function useLinks(playground: RefObject<PlaygroundHandle | null>): void {
  useEffect(() => {
    async function open(how: 'load' | 'ask') {
      const fragment = takeLink(window)
      const reading = fragment === null ? null : await decodeLink(fragment)
      if (reading !== null) await playground.current?.openLink(reading, how)
    }
    const later = () => void open('ask')
    void open('load')
    addEventListener('hashchange', later)
    return () => removeEventListener('hashchange', later)
  }, [playground])
}
