import { amountsIn } from '../find/amounts.ts'
import { emailsIn, phonesIn, urlsIn } from '../find/contacts.ts'
import { datesIn, timesIn } from '../find/dates.ts'
import { labelledValue } from '../find/labelled.ts'
import { companiesIn, peopleIn, placesIn, streetsIn } from '../find/names.ts'
import { LANGUAGE_CODES, languageOf } from '../language/language-of.ts'
import { sentencesOf, wordsOf } from '../language/segment.ts'
import { summaryLength } from '../skills/summarise/summary-length.ts'
import { firstWords, summaryOf } from '../skills/summarise/summary-of.ts'
import type { FillContext } from './fill-context.ts'
import { identifierFor } from './identifier-for.ts'
import { kindnessOf } from './measures.ts'
import type { Property } from './property.ts'

/** A kind of string, known by the property's words; `read` finds it in the text, null where it is not there. */
interface Kind {
  readonly words: RegExp
  readonly read: (property: Property, context: FillContext) => string | null
}

const first = (found: readonly { readonly text: string }[]): string | null => found[0]?.text ?? null
const labelled = (property: Property, context: FillContext): string | null => labelledValue(context.said, property.words)
const own =
  (find: (text: string) => readonly { readonly text: string }[]): Kind['read'] =>
  (property, context) => {
    const stated = labelled(property, context)
    return (stated === null ? null : (first(find(stated)) ?? stated)) ?? first(find(context.text))
  }

function summary(property: Property, { text }: FillContext): string {
  const length = summaryLength(property.hint)
  return summaryOf(text, { ...length, sentences: length.sentences ?? (length.words === null ? 1 : null) }).text
}

function mood({ hint }: Property, { text }: FillContext): string {
  const kindness = kindnessOf(text)
  const word = kindness > 0.5 ? 'positive' : kindness < 0.5 ? 'negative' : 'neutral'
  return hint.includes(word.toUpperCase()) ? word.toUpperCase() : word
}

function language(property: Property, { text }: FillContext): string | null {
  const name = languageOf(text)
  if (name === null) return null
  return /\b(?:code|iso)\b/iu.test(`${property.words} ${property.hint}`)
    ? (LANGUAGE_CODES.get(name) ?? null)
    : name.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
}

const namePart =
  (at: 0 | -1): Kind['read'] =>
  (property, context) =>
    labelled(property, context) ?? first(peopleIn(context.text))?.split(' ').at(at) ?? null

function place(property: Property, context: FillContext): string | null {
  const stated = labelled(property, context)
  if (stated !== null) return stated
  const after = /\b(?:origin|from|departure|source)\b/u.test(property.words)
    ? 'from'
    : /\b(?:destination|to|arrival|target)\b/u.test(property.words)
      ? '(?:to|for|into)'
      : undefined
  return first(placesIn(context.text, after))
}

function reason(_: Property, { choices, text }: FillContext): string {
  const chosen = choices.at(-1)?.options[0]?.text
  const [central = ''] = sentencesOf(summaryOf(text, { sentences: 1, words: null, isBulleted: false }).text)
  return chosen === undefined ? central : `The words of “${firstWords(central, 20)}” fit “${chosen}” best.`
}

const COLOURS = /(?<!\p{L})(?:black|white|red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|silver|gold|beige|turquoise)(?!\p{L})/giu

const EXPRESSION = /(?<![\p{L}\d])[-(]*\d[\d.]*(?:\s*[-+*/×÷^%]\s*\(*\d[\d.]*\)*)+/gu

const SAID = /\b(?:saying|that says|which says|that reads)\s+["“']?([^"”]+?)["”']?\s*$/iu

/** In order: the first kind whose words fit is meant. */
const KINDS: readonly Kind[] = [
  { words: /\be ?mails?\b/u, read: own(emailsIn) },
  { words: /\b(?:phone|telephone|mobile|tel|fax|cell)\b/u, read: own(phonesIn) },
  { words: /\b(?:url|link|website|homepage|uri)\b/u, read: own(urlsIn) },
  { words: /\b(?:language|lang)\b/u, read: language },
  {
    words: /\b(?:expression|formula|calculation|equation)\b/u,
    read: own((text) => Array.from(text.matchAll(EXPRESSION), ([sum]) => ({ text: sum.trim() }))),
  },
  { words: /\b(?:sentiment|tone|mood|attitude)\b/u, read: mood },
  { words: /\b(?:colou?r)\b/u, read: own((text) => Array.from(text.matchAll(COLOURS), ([colour]) => ({ text: colour }))) },
  { words: /\b(?:first|given|fore) ?name\b/u, read: namePart(0) },
  { words: /\b(?:last|family|sur) ?name\b/u, read: namePart(-1) },
  {
    words: /\b(?:title|subject|headline|heading)\b/u,
    read: (property, context) => labelled(property, context) ?? firstWords(sentencesOf(context.text)[0] ?? '', 10).replace(/[.]$/u, ''),
  },
  { words: /\b(?:reason|explanation|rationale|justification|why|reasoning|thoughts?)\b/u, read: reason },
  {
    words:
      /\b(?:summary|gist|abstract|tl ?dr|synopsis|overview|description|details|issue|problem|complaint|request|key point|main point|main idea)\b/u,
    read: (property, context) => labelled(property, context) ?? summary(property, context),
  },
  { words: /\b(?:company|organi[sz]ation|employer|business|vendor|firm)\b/u, read: own(companiesIn) },
  {
    words: /\bcurrency\b/u,
    read: (property, context) =>
      labelled(property, context) ?? amountsIn(context.text).find(({ currency }) => currency !== null)?.currency ?? null,
  },
  {
    words: /\b(?:zip|post(?:al)? ?code|postcode)\b/u,
    read: own((text) =>
      Array.from(
        text.matchAll(/(?<![\p{L}\d-])(?:\d{5}(?:-\d{4})?|\p{Lu}{1,2}\d[\p{Lu}\d]?\s\d\p{Lu}{2}|\d{4}\s?\p{Lu}{2})(?![\p{L}\d])/gu),
        ([code]) => ({ text: code }),
      ),
    ),
  },
  { words: /\b(?:address|street)\b/u, read: own(streetsIn) },
  { words: /\b(?:number|id|no|nr|code|reference|ref|sku|isbn|iban|order|invoice|ticket|tracking|booking|flight)\b/u, read: identifierFor },
  { words: /\btime\b/u, read: own(timesIn) },
  { words: /\b(?:date|day|deadline|due|when|birthday|birth|dob|check ?in|check ?out)\b/u, read: own(datesIn) },
  { words: /\b(?:amount|price|cost|total|sum|fee|budget|salary|payment|subtotal|balance)\b/u, read: own(amountsIn) },
  { words: /\b(?:city|town|country|location|place|destination|origin|venue|region|state|departure|arrival|from|to)\b/u, read: place },
  {
    words: /\b(?:name|person|customer|author|sender|recipient|contact|user|speaker|client|patient|employee|people|persons?|names)\b/u,
    read: own(peopleIn),
  },
  {
    words: /\b(?:quote|excerpt|snippet|original|text|content|message|body|input|comment|query|note|answer|response|reply|output)\b/u,
    read: (_, { text }) => SAID.exec(text)?.[1] ?? text,
  },
  {
    words: /\b(?:keywords?|tags?|topics?|terms?)\b/u,
    read: (_, { text }) => wordsOf(text).toSorted((one, other) => other.text.length - one.text.length)[0]?.text ?? null,
  },
]

/** E-mail, telephone, address of the net. */
const PLAIN_KINDS = 3

const FORMATS: ReadonlyMap<string, Kind['read']> = new Map<string, Kind['read']>([
  ['email', own(emailsIn)],
  ['uri', own(urlsIn)],
  ['url', own(urlsIn)],
  [
    'date',
    (property, context) =>
      (datesIn(labelled(property, context) ?? '')[0] ?? datesIn(context.text).find(({ iso }) => iso !== null))?.iso ?? null,
  ],
  [
    'date-time',
    (_, { text }) => {
      const day = datesIn(text).find(({ iso }) => iso !== null)?.iso
      return day === undefined || day === null ? null : `${day}T${timesIn(text)[0]?.iso ?? '00:00:00'}Z`
    },
  ],
  ['time', (_, { text }) => timesIn(text).map(({ iso }) => `${iso}Z`)[0] ?? null],
])

/** Reads the string that a property's format, name or description asks for. */
export function readKind(property: Property, format: string | null, context: FillContext): string | null {
  const byFormat = format === null ? undefined : FORMATS.get(format)
  if (byFormat !== undefined) return byFormat(property, context)
  // `to: the recipient's e-mail address`: a description that names a kind of plain form knows better than a short name.
  const plain = KINDS.slice(0, PLAIN_KINDS).find(({ words }) => words.test(property.description))
  const kind = plain ?? KINDS.find(({ words }) => words.test(property.words)) ?? KINDS.find(({ words }) => words.test(property.description))
  return kind?.read(property, context) ?? null
}
