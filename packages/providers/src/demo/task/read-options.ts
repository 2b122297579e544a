import { bareOptionOf, isBullet, ruleOf, type Option } from './option-lines.ts'

const CUE =
  /\b(?:one of|either|between|among|from|into|as|with|options?|labels?|categor(?:y|ies)|class(?:es)?|values?|choices|intents?|topics?|sentiments?|following(?: \p{L}+)?|these(?: \p{L}+)?|are|is)\b\s*(?:the\s+)?(?:following\s+)?(?:(?:options|labels|categories|classes|values|choices|words|topics)\s*)?[:=]?\s*/giu
const PLAIN_LIST =
  /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]{1,40}(?:\s*,\s*[\p{L}\p{N}_-]+){0,20},?\s+(?:or|oder|ou)\s+(?!not\b)[\p{L}\p{N}_-]+|(?<![\p{L}\p{N}_/|-])[\p{L}\p{N}_-]+(?:\s?[/|]\s?[\p{L}\p{N}_-]+)+/giu
const BETWEEN = /\s*[,;|/]\s*(?:(?:or|and|oder|und|ou|et|o|y)\s+)?|\s+(?:or|and|oder|und|ou|et)\s+/iu
const TRAILING = /\s+\b(?:in|with|using|by|based|depending|only|please|for|according|when|if|and)\b.*$/iu
const LEADING = /^(?:the|a|an|either|one of|its|as|being)\s+/iu
const NO_OPTION = /^(?:input|output|example|text|note|ticket|message|user|assistant|answer|review|format)$/iu

const LIST_CHARACTERS = 1000
const PROMPT_CHARACTERS = 20_000

function itemsOf(list: string): readonly Option[] {
  const items = list.split(BETWEEN).map((item) => item.replace(/^[\s"'`“”‘’([{*]+|[\s"'`“”‘’)\]}*]+$/gu, ''))
  const last = items.pop()?.replace(TRAILING, '') ?? ''
  const labels = [...items, last].map((item) => item.replace(LEADING, ''))
  const isList = labels.length >= 2 && labels.every((label) => label !== '' && label.length <= 40 && label.split(/\s+/u).length <= 4)
  return isList && new Set(labels).size === labels.length ? labels.map((label) => ({ label, description: '' })) : []
}

const longest = (lists: readonly (readonly Option[])[]): readonly Option[] =>
  lists.reduce((best, list) => (list.length > best.length ? list : best), [])

/** `one of: a, b or c`, `a/b/c`, `positive or negative`. */
function inlineOptions(text: string): readonly Option[] {
  const cued = Array.from(text.matchAll(CUE), (cue) =>
    itemsOf(/^[^.?!\n:]*/u.exec(text.slice(cue.index + cue[0].length, cue.index + LIST_CHARACTERS))?.[0] ?? ''),
  )
  const plain = Array.from(text.matchAll(PLAIN_LIST), ([list]) => itemsOf(list))
  // What merely stands in a row is a list of options only where no cue announced one.
  return longest(cued).length >= 2 ? longest([...plain, ...cued]) : longest(plain)
}

/** Lists of lines, each line an option; a line that is none ends a list. */
function listedOptions(text: string): readonly (readonly Option[])[] {
  const lists: Option[][] = [[]]
  for (const line of text.split('\n')) {
    const option = ruleOf(line) ?? bareOptionOf(line)
    const isOption = option !== null && !NO_OPTION.test(option.label) && (isBullet(line) || option.description !== '')
    if (isOption) lists.at(-1)?.push(option)
    else lists.push([])
  }
  return lists.filter((list) => list.length >= 2)
}

/** The options that a prompt states: a list of lines with or without their rules, else the longest list within a sentence. */
export function readOptions(prompt: string): readonly Option[] {
  const text = prompt.slice(0, PROMPT_CHARACTERS)
  const listed = longest(listedOptions(text))
  return listed.length > 0 ? listed : inlineOptions(text)
}
