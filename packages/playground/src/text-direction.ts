const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'])

/** The direction that a language is written in, by its script where the tag names one. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const [language = '', next = ''] = locale.split('-')
  // Further on, four letters mean other things: a numbering system, say.
  const isRightToLeft = next.length === 4 ? RIGHT_TO_LEFT_SCRIPTS.has(next) : RIGHT_TO_LEFT.has(language.toLowerCase())
  return isRightToLeft ? 'rtl' : 'ltr'
}
