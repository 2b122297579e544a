import type { i18n } from 'i18next'
import { use } from 'react'
import { I18nContext } from 'react-i18next'

/** The texts of the mount. They do not change: another language is another instance, so there is nothing to listen to. */
export function useTexts(): i18n {
  const held = use(I18nContext)
  if (held === undefined) throw new Error('A text was asked for outside <Playground>.')
  return held.i18n
}
