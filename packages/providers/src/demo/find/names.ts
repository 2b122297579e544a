import { isFunctionWord } from '../language/function-words.ts'
import { MONTHS } from './months.ts'
import { apartFrom, matchesOf, type Found } from './found.ts'

const CAP = String.raw`\p{Lu}[\p{L}'’-]{0,9}\p{Ll}[\p{L}'’-]{0,30}`
const PERSON = String.raw`${CAP}(?:\s+(?:${CAP}|(?:van|von|de|da|del|der|la|le|di|bin|al)(?=\s)|\p{Lu}\.)){0,3}`
const SELF = new RegExp(
  String.raw`(?:\b[Mm]y name(?:'s| is)|\b[Nn]ame:|\bI am|\bI['’]m|\b[Tt]his is|\b[Mm]ein Name ist|\b[Ii]ch heiße|\b[Ii]ch bin|\b[Jj]e m['’]appelle|\b[Mm]e llamo|\b[Mm]i chiamo|\b[Ss]oy)\s+(${PERSON})`,
  'gu',
)
const SIGNED = new RegExp(
  String.raw`(?:[Rr]egards|[Tt]hanks|[Tt]hank you|[Cc]heers|[Ss]incerely|[Bb]est|[Yy]ours(?: truly)?|[Ll]ove|Grüße|Grüßen|[Cc]ordialement|[Ss]aludos|[Gg]roeten),?[^\S\n]{0,9}\n\s{0,9}(${PERSON})`,
  'gu',
)
const TITLED = new RegExp(String.raw`\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Madame|Monsieur|Señora?|Sig)\.?\s+(${PERSON})`, 'gu')
const FULL = new RegExp(String.raw`(?<![\p{L}\p{N}.-])(${CAP}(?:\s+(?:van|von|de|da|del|der|di|al))?(?:\s+(?:${CAP}|\p{Lu}\.)){1,3})`, 'gu')
const COMPANY = new RegExp(
  String.raw`(?<!\p{L})((?:${CAP}|\p{Lu}{2,20})(?:\s(?:&\s)?(?:${CAP}|\p{Lu}{2,20})){0,4}\s(?:Inc|Ltd|LLC|GmbH|AG|KG|SE|Corp|Corporation|Company|Co|PLC|plc|S\.A|SA|SARL|BV|B\.V|NV|Oy|AB|S\.p\.A)\b\.?)|\b(?:works? (?:at|for)|employed (?:at|by)|joined|on behalf of)\s+((?:${CAP}|\p{Lu}{2,20})(?:\s(?:${CAP}|\p{Lu}{2,20})){0,4})`,
  'gu',
)
const STREET = new RegExp(
  String.raw`(?<!\d)(\d{1,6}\p{L}?,?\s(?:${CAP}\s){0,3}(?:St|Street|Rd|Road|Ave|Avenue|Lane|Ln|Drive|Dr|Square|Sq|Way|Court|Ct|Place|Pl|Blvd|Boulevard|Quay|Close|Terrace|Row)\b\.?|\d{1,6},?\s(?:rue|avenue|boulevard|place|via|calle)\s[\p{L} '’-]{1,60}|(?:${CAP}\s)?\p{Lu}\p{Ll}{0,30}(?:straße|strasse|str\.|weg|platz|gasse|allee)\s\d{1,6}\p{L}?)`,
  'gu',
)
const PLACE_AFTER = String.raw`(?:in|to|from|at|near|into|for|aus|nach|bei|à|au|en|a|desde|hacia)`

const isNoName = (word: string): boolean =>
  isFunctionWord(word) ||
  MONTHS.has(word.toLowerCase()) ||
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Order|Ticket|Dear|Hello|Hi|Hey|Please|Thanks|Regards|Best|Kind|Invoice|Re|Subject|Name|Email|Phone|Date|Mr|Mrs|Ms|Dr|Prof|The)$/u.test(
    word,
  )

const presentedIn = (text: string): readonly Found[] => [SELF, SIGNED, TITLED].flatMap((pattern) => matchesOf(text, pattern))

/** Names of people as far as form tells: introduced, signed, titled, or two capitalised words within a sentence. */
export function peopleIn(text: string): readonly Found[] {
  const taken = [...matchesOf(text, COMPANY), ...matchesOf(text, STREET)]
  const stated = presentedIn(text)
  const full = apartFrom(matchesOf(text, FULL), taken)
    .map(({ text: name, at }) => {
      const words = name.split(/\s+/u)
      const start = words.findIndex((word) => !isNoName(word))
      return { text: start < 0 ? '' : words.slice(start).join(' '), at }
    })
    .filter((found) => /\s/u.test(found.text) && !found.text.split(/\s+/u).some(isNoName))
  const names = [...stated, ...full].map(({ text: name, at }) => ({ at, text: name.replace(/\s+/gu, ' ').replace(/[,.]$/u, '') }))
  return [...new Map(names.filter(({ text: name }) => !isNoName(name)).map((found) => [found.text, found])).values()]
}

export const companiesIn = (text: string): readonly Found[] =>
  Array.from(text.matchAll(COMPANY), (match) => ({ text: (match[1] ?? match[2] ?? '').trim(), at: match.index }))

export const streetsIn = (text: string): readonly Found[] => matchesOf(text, STREET)

/** Capitalised words after a word of place; `after` narrows to one such word (`from`, say). */
export function placesIn(text: string, after: string = PLACE_AFTER): readonly Found[] {
  const pattern = new RegExp(
    String.raw`(?<!\p{L})${after}\s(?:the\s)?(\p{Lu}[\p{L}'’-]{1,40}(?:\s(?:\p{Lu}[\p{L}'’-]{1,40}|of|de|la|del|am|an der)(?=[\s,.?!;]|$)){0,4})`,
    'gu',
  )
  const streets = streetsIn(text).map(({ text: street, at }) => /^,?\s*(\p{Lu}\p{L}+)/u.exec(text.slice(at + street.length))?.[1])
  const named = [...companiesIn(text), ...presentedIn(text)]
  const behindStreet = streets.filter((place) => place !== undefined).map((place) => ({ text: place, at: text.indexOf(place) }))
  return [...matchesOf(text, pattern), ...behindStreet]
    .map(({ text: place, at }) => ({ text: place.replace(/\s+(?:of|de|la|del)$/u, ''), at }))
    .filter(({ text: place }) => !isNoName(place.split(/\s/u)[0] ?? '') && !named.some(({ text: name }) => name.includes(place)))
}
