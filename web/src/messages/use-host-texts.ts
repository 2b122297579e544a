import { createContext, use } from 'react'
import { en } from './en.ts'
import type { HostTexts } from './host-texts.ts'

export interface HostLanguage {
  /** BCP 47, for numbers and dates too. */
  readonly locale: string
  readonly texts: HostTexts
}

export const HostLanguageContext = createContext<HostLanguage>({ locale: 'en', texts: en })

/** The words of the host page in the language that it is in. */
export const useHostTexts = (): HostTexts => use(HostLanguageContext).texts
