import { directionOf, fittingLocale, languageOf, writtenLocale } from '@vitrine/playground/languages'
import { useEffect, useState } from 'react'
import { en } from '../messages/en.ts'
import type { HostTexts } from '../messages/host-texts.ts'
import type { HostLanguage } from '../messages/use-host-texts.ts'
import type { BrowserStore } from './browser-store.ts'

const LATE = new Map<string, () => Promise<HostTexts>>([
  ['de', async () => (await import('../messages/de.ts')).de],
  ['ar', async () => (await import('../messages/ar.ts')).ar],
])

/**
 * The page's language: what the person chose, here or in the settings of the playground, and the browser keeps; else what the browser
 * asks for. Its words come when it is chosen; until the first have come it is null, and after that the page waits in the last language.
 */
export function useLanguage(store: BrowserStore, wanted: readonly string[]) {
  const [locale, setLocale] = useState(() => {
    const kept = store.load('language')
    return fittingLocale(typeof kept === 'string' ? [kept] : wanted)
  })
  const [shown, setShown] = useState<HostLanguage | null>(() => (LATE.has(languageOf(locale)) ? null : { locale, texts: en }))
  useEffect(() => {
    let isWanted = true
    async function fetchTexts() {
      // Without its words the page would say nothing at all, so it says them in English.
      const texts = await (LATE.get(languageOf(locale))?.() ?? Promise.resolve(en)).catch(() => en)
      if (isWanted) setShown({ locale: writtenLocale(locale), texts })
    }
    void fetchTexts()
    return () => {
      isWanted = false
    }
  }, [locale])
  useEffect(() => {
    if (shown === null) return
    document.documentElement.lang = languageOf(shown.locale)
    document.documentElement.dir = directionOf(shown.locale)
  }, [shown])
  const [choose] = useState(() => (next: string) => {
    store.save('language', next)
    setLocale(next)
  })
  return { shown, choose }
}
