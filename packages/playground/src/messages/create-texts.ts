import { createInstance, type i18n } from 'i18next'
import { type Area, type Catalogue, type CatalogueOverrides, type LateArea, english } from './catalogue.ts'

/**
 * The texts of one mount: an instance of its own, so that neither the host's i18next nor another mount is touched.
 *
 * `overrides` are texts of the host, for `locale`; what they leave out is English.
 */
export function createTexts(locale: string, overrides: CatalogueOverrides = {}): i18n {
  const texts = createInstance()
  void texts.init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    defaultNS: 'frame',
    resources: locale === 'en' ? { en: merged(overrides) } : { en: english, [locale]: overrides },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return texts
}

const merged = (overrides: CatalogueOverrides) => ({
  ...overrides,
  ...Object.fromEntries(
    Object.entries(english).map(([area, texts]) => [area, { ...texts, ...(overrides as Readonly<Record<string, object>>)[area] }]),
  ),
})

/** Adds the English texts of an area that was not there from the beginning. What the host says instead still wins. */
export function addTexts<A extends LateArea>(texts: i18n, area: A, own: Catalogue[A]): void {
  texts.addResourceBundle('en', area, own, true, false)
}

/** Looks a text up; `count` picks the plural form, or the ordinal one where the catalogue has only that. */
export function translate(texts: i18n, area: Area, key: string, values: Readonly<Record<string, unknown>>): string {
  const ordinal = texts.getResource('en', area, `${key}_ordinal_other`) !== undefined
  const options: Record<string, unknown> = { ...values, ns: area, ...(ordinal && { ordinal }) }
  return texts.t(key, options)
}
