import { identifiersIn } from '../../find/identifiers.ts'
import { sentencesOf } from '../../language/segment.ts'
import { stemOf } from '../../language/stem.ts'
import { termsOf } from '../../language/terms.ts'
import type { Option } from '../../task/option-lines.ts'
import { speechForm, startsWith, type SpeechForm } from './speech-form.ts'

/** How well an option fits a text. `because` names the words that speak for it, each with its weight. */
export interface ScoredOption {
  readonly option: Option
  readonly score: number
  readonly because: readonly { readonly word: string; readonly weight: number }[]
}

const IN_LABEL = 2
const IN_RULE = 1
const BY_MEANING = 0.7
/** What went wrong says more of what a text is about than the things it happened to. */
const WEIGHTY: ReadonlySet<string> = new Set(['meaning broken', 'meaning whereabouts'])
const FORM_WEIGHT = 1.2
const THANKS_WEIGHT = 2.5
/** A word that every rule uses of itself (`customer`, `wants`) tells the options apart as little as a function word does. */
const FRAME: ReadonlySet<string> = new Set(
  'customer user wants something anything else such someone person sentence text message mail ticket'.split(' ').map(stemOf),
)

/** What an option's label and rule say, as stems and as meanings: each with the weight of the place it stands in. */
function featuresOf({ label, description }: Option): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  const add = (key: string, weight: number): void => void features.set(key, Math.max(features.get(key) ?? 0, weight))
  for (const [text, weight] of [
    [label.replaceAll(/[_/-]/gu, ' '), IN_LABEL],
    [description, IN_RULE],
  ] as const) {
    for (const term of termsOf(text)) {
      if (term.isContent && !FRAME.has(term.stem)) add(`word ${term.stem}`, weight)
      for (const concept of term.concepts) add(`meaning ${concept}`, weight * BY_MEANING)
    }
  }
  return features
}

/** Of what a text says, the more the fewer options share it. */
function rarity(key: string, features: readonly ReadonlyMap<string, number>[]): number {
  const sharers = features.filter((each) => each.has(key)).length
  return sharers === 0 ? 0 : Math.log(1 + features.length / sharers) / Math.log(1 + features.length)
}

/** The keys that a text speaks with; a word and its meanings are one voice, of which an option hears the loudest. */
interface Voice {
  readonly word: string
  readonly keys: readonly string[]
  readonly isOrder: boolean
}

/** `Order A-20417` names an order and says nothing of what is wanted of it. */
const withoutReferences = (text: string): string =>
  identifiersIn(text).reduceRight((rest, { text: code, at, keyword }) => {
    const before = rest.slice(0, at)
    const start = keyword === null ? at : before.toLowerCase().lastIndexOf(keyword)
    return `${rest.slice(0, start)}…${rest.slice(at + code.length)}`
  }, text)

function voicesOf(said: string): readonly Voice[] {
  const text = withoutReferences(said)
  const orders = new Set(sentencesOf(text).map((sentence) => stemOf(startsWith(sentence) ?? '')))
  const voices = new Map<string, Voice>()
  for (const { word, stem, concepts, isContent } of termsOf(text)) {
    const keys = [...(isContent ? [`word ${stem}`] : []), ...concepts.map((concept) => `meaning ${concept}`)]
    const known = voices.get(stem)
    const joined = known === undefined ? keys : [...new Set([...known.keys, ...keys])]
    if (keys.length > 0) voices.set(stem, { word, keys: joined, isOrder: orders.has(stem) })
  }
  return [...voices.values()]
}

/** A rule such as `asks where …` is not met by just any question. */
function asksSo({ description }: Option, voices: readonly Voice[]): boolean {
  const asked = /\basks?\s+(where|when|why|how|who)\b/iu.exec(description)?.[1]
  if (asked === undefined) return true
  const meant = new Set(termsOf(asked).flatMap(({ concepts }) => concepts.map((concept) => `meaning ${concept}`)))
  return voices.some(({ word, keys }) => stemOf(word) === stemOf(asked) || keys.some((key) => meant.has(key)))
}

type Reason = ScoredOption['because'][number]

function formReasons(form: SpeechForm, option: Option, features: ReadonlyMap<string, number>, voices: readonly Voice[]): readonly Reason[] {
  const asking = Math.min(1, features.get('meaning asking') ?? 0)
  const isAsked = form.isQuestion && asking > 0 && asksSo(option, voices)
  return [
    ...(isAsked ? [{ word: 'the form of a question', weight: FORM_WEIGHT * asking }] : []),
    ...(form.isThanks && features.has('meaning thanks') ? [{ word: 'nothing but thanks', weight: THANKS_WEIGHT }] : []),
  ]
}

/** Scores each option by the words of its label and rule, their meanings, and the form of the text. The order of the options is kept. */
export function scoreOptions(text: string, options: readonly Option[]): readonly ScoredOption[] {
  const features = options.map(featuresOf)
  const voices = voicesOf(text)
  const form = speechForm(text)
  return options.map((option, index) => {
    const own = features[index] ?? new Map<string, number>()
    const heard = voices.map(({ word, keys, isOrder }) => ({
      word,
      weight:
        Math.max(0, ...keys.map((key) => (own.get(key) ?? 0) * rarity(key, features) * (WEIGHTY.has(key) ? 1.5 : 1))) * (isOrder ? 1.5 : 1),
    }))
    const because = [...heard, ...formReasons(form, option, own, voices)].filter(({ weight }) => weight > 0)
    return { option, score: because.reduce((sum, { weight }) => sum + weight, 0), because }
  })
}
