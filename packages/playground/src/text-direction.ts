const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'])

/** The direction that a language is written in, by its script where the tag names one. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = locale.split('-')
  const script = rest.find((part) => part.length === 4)
  const isRightToLeft = script === undefined ? RIGHT_TO_LEFT.has(language.toLowerCase()) : RIGHT_TO_LEFT_SCRIPTS.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}
