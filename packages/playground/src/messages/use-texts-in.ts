import type { i18n } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import type { CatalogueOverrides } from './catalogue.ts'
import { createTexts } from './create-texts.ts'
import { heldTexts, languageOf, loadTexts, writtenLocale } from './languages.ts'
import type { OwnTexts } from './translation.ts'

interface Loaded {
  readonly locale: string
  readonly own: OwnTexts
}

const loadedAlready = (locale: string): Loaded | null => {
  const own = heldTexts(languageOf(locale))
  return own && { locale, own }
}

/**
 * The texts in a language, loaded where they are not there yet: null before the first language has come; after that the page stays as it
 * is until the next one has. A language that cannot be fetched is English, and the host is told.
 */
export function useTextsIn(locale: string, overrides: CatalogueOverrides | undefined, onError: (error: unknown) => void): i18n | null {
  const [last, setLast] = useState(() => loadedAlready(locale))
  const isThere = last !== null && languageOf(last.locale) === languageOf(locale)
  useEffect(() => {
    if (isThere) return undefined
    let isWanted = true
    async function fetchTexts() {
      const own = await loadTexts(languageOf(locale)).catch((error: unknown) => {
        onError(error)
        return {}
      })
      if (isWanted) setLast({ locale, own })
    }
    void fetchTexts()
    return () => {
      isWanted = false
    }
  }, [locale, isThere, onError])
  const shown = isThere ? locale : last?.locale
  const own = last?.own
  return useMemo(() => (shown === undefined ? null : createTexts(writtenLocale(shown), overrides, own)), [shown, overrides, own])
}
