export type SkillName = 'choose' | 'summarise' | 'count' | 'change-case' | 'arrange' | 'extract'

const HEAD = String.raw`(?:^|[.!?:;,\n]\s*|\b(?:please|kindly|and|then|you|to|must|should|always)\s+)`
const CASES = String.raw`(?:(?:upper|lower|title|sentence)[- ]?case|all caps|capitals|capital letters|small letters|block letters)`
const UNITS = String.raw`(?:words?|char(?:acter)?s?|letters?|sentences?|lines?|paragraphs?|times|occurrences?|vowels?|digits?|emojis?)`
const KINDS = String.raw`(?:e-?mails?|phone|telephone|urls?|links?|dates?|amounts?|prices?|numbers?|names?|ids?|hashtags?|times)`

/** How each skill is asked for. Of two that begin at the same place the one named first is meant. */
const INTENTS: readonly { readonly skill: SkillName; readonly pattern: RegExp }[] = [
  {
    skill: 'choose',
    pattern: new RegExp(
      String.raw`${HEAD}(?:classify|categori[sz]e|label|tag|choose|pick|decide|select|determine|assign|route|triage|detect|identify)\b|` +
        String.raw`\b(?:which (?:one )?of|one of|either|sentiment)\b|\b(?:sort|put|group|file)\b[^.?!\n]*\b(?:into|by|as)\b|` +
        String.raw`\b(?:is|are|was) (?:this|that|the|it)\b[^.?!\n]*\bor\b|\b(?:answer|reply|respond) (?:only )?(?:with|yes)\b`,
      'iu',
    ),
  },
  {
    skill: 'summarise',
    pattern:
      /\b(?:summar(?:y|ies|i[sz](?:e|es|ed|ing))|tl;?dr|condense|shorten|(?:key|main|most important|central) (?:points?|sentences?|ideas?)|gist|nutshell)\b|zusammenfass|\bfasse?\b[^.?!\n]*\bzusammen|résum|\bresum(?:e|a|ir|en) (?:el|la|este|esta|lo|los|las|del|de)\b|riassum|samenvat|要約|总结|摘要/iu,
  },
  {
    skill: 'count',
    pattern: new RegExp(
      String.raw`\b(?:count|how many|number of|tally)\b[^.?!\n]*(?:\b${UNITS}\b|\p{L}['’]s\b)|\bcount(?: up)? (?:the|all|every|each|how)\b|` +
        String.raw`\bhow often\b|\b(?:word|character|letter|sentence|line) count\b|\bwie (?:viele|oft)\b|\bzähle\b|\bcombien de\b|\bcuánt[oa]s\b|\bcompte[rz]?\b`,
      'iu',
    ),
  },
  {
    skill: 'change-case',
    pattern: new RegExp(
      String.raw`\b(?:convert|change|turn|make|put|transform|rewrite|write|set|render|print|repeat|give)\b(?![^.?!\n]*\b(?:answer|reply|response)\b)[^.?!\n]*\b${CASES}\b|` +
        String.raw`${HEAD}(?:upper|lower|title|sentence)[- ]?case\b|${HEAD}capitali[sz]e\b|\b(?:in)?to ${CASES}\b`,
      'iu',
    ),
  },
  {
    skill: 'arrange',
    pattern: new RegExp(
      String.raw`(?:${HEAD}|\b(?:can|could|would) you\s+)(?:sort|order|arrange|rank|alphabeti[sz]e|reverse|invert|de-?dup(?:licate|e)?|remove (?:the |all |any )?duplicates)\b|\b(?:sorted|sortiere|trie|ordena)\b|\bunique (?:items|lines|words|values|entries)\b`,
      'iu',
    ),
  },
  {
    skill: 'extract',
    pattern: new RegExp(String.raw`\b(?:extract|find|list|get|pull|collect|what (?:is|are))\b[^.?!\n]*\b${KINDS}\b`, 'iu'),
  },
]

/** Instructions stand at an end of a text; what is between two long ends is data, and not searched. */
const END_CHARACTERS = 2000
const ends = (text: string): string =>
  text.length <= 2 * END_CHARACTERS ? text : `${text.slice(0, END_CHARACTERS)}\n${text.slice(-END_CHARACTERS)}`
const foundAt = (text: string, pattern: RegExp): number => pattern.exec(text)?.index ?? -1

/** The skills that a text asks for, in the order in which it names them. */
export const intentsIn = (text: string): readonly SkillName[] =>
  INTENTS.map(({ skill, pattern }) => ({ skill, at: foundAt(ends(text), pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .map(({ skill }) => skill)

export function hasIntent(text: string): boolean {
  const searched = ends(text)
  return INTENTS.some(({ pattern }) => pattern.test(searched))
}
export const asksToChoose = (text: string): boolean => intentsIn(text).includes('choose')
