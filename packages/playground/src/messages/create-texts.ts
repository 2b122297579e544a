import { createInstance, type i18n } from 'i18next'
import { formatInteger } from '../ui/format/format-count.ts'
import { type Area, type Catalogue, type CatalogueOverrides, type LateArea, english } from './catalogue.ts'
import { isolated, withDirection } from './isolated.ts'
import type { OwnTexts } from './translation.ts'

/**
 * The texts of one mount: an instance of its own, so that neither the host's i18next nor another mount is touched.
 *
 * `overrides` are texts of the host, for `locale`; what they leave out is `own`, the texts of that language, and what those leave out is
 * English.
 */
export function createTexts(locale: string, overrides: CatalogueOverrides = {}, own: OwnTexts = {}): i18n {
  const texts = createInstance()
  void texts.init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    defaultNS: 'frame',
    resources: locale === 'en' ? { en: merged(english, overrides) } : { en: english, [locale]: merged(own, overrides) },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return texts
}

const merged = (own: OwnTexts, overrides: CatalogueOverrides) => {
  const said: Readonly<Record<string, object>> = overrides
  return { ...overrides, ...Object.fromEntries(Object.entries(own).map(([area, texts]) => [area, { ...texts, ...said[area] }])) }
}

const added = new WeakMap<i18n, Set<LateArea>>()

/** Adds the English texts of an area that was not there from the beginning, once. What the host says instead still wins. */
export function addTexts<A extends LateArea>(texts: i18n, area: A, own: Catalogue[A]): void {
  const areas = added.get(texts) ?? new Set()
  added.set(texts, areas)
  if (areas.has(area)) return
  areas.add(area)
  texts.addResourceBundle('en', area, own, true, false)
}

/** Looks a text up; `count` picks the plural form, or the ordinal one where the catalogue has only that, and is written as numbers are. */
export function translate(texts: i18n, area: Area, key: string, values: Readonly<Record<string, unknown>>): string {
  const ordinal = texts.getResource('en', area, `${key}_ordinal_other`) !== undefined
  const locale = texts.language
  const written = ([name, value]: readonly [string, unknown]): [string, unknown] => [
    name,
    isolated(name === 'count' && typeof value === 'number' ? formatInteger(value, locale) : value, locale),
  ]
  const options: Record<string, unknown> = {
    ...values,
    replace: Object.fromEntries(Object.entries(values).map(written)),
    ns: area,
    ...(ordinal && { ordinal }),
  }
  return withDirection(texts.t(key, options), locale)
}
