import { use, useMemo } from 'react'
import { HostLanguageContext } from '../messages/use-host-texts.ts'
import { type RunFacts, runFacts } from './run-facts.ts'

/** The figures of runs in the language of the page. */
export function useRunFacts(): RunFacts {
  const { locale, texts } = use(HostLanguageContext)
  return useMemo(() => runFacts(locale, texts), [locale, texts])
}
