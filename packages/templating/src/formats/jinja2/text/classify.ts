import { isAscii } from './is-ascii.ts'
import { isPySpace } from '../../../python/whitespace.ts'

const CASED = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u
const LOWER = /\p{Lowercase}/u
const UPPER = /[\p{Uppercase}\p{Lt}]/u
/** Digits that stand for their value but form no numbers: superscripts, circled and the like. */
const DIGIT =
  /^[\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]+$/u
const CJK_NUMBERS = '一二三四五六七八九十百千万萬億兆零〇两兩壱壹弐貳贰弍参參叁肆伍陆陸柒捌玖拾佰仟廿卅卌'
const NUMERIC = new RegExp(`^[\\p{N}${CJK_NUMBERS}]+$`, 'u')
const UNPRINTABLE = /[\p{C}\p{Z}]/u

/** Whether there is a cased character and none of the wrong case. */
function allCased(text: string, right: RegExp, wrong: RegExp): boolean {
  return right.test(text) && !wrong.test(text)
}

function isTitle(text: string): boolean {
  let inWord = false
  let found = false
  for (const character of text) {
    if (UPPER.test(character)) {
      if (inWord) return false
      found = true
    } else if (LOWER.test(character) && !inWord) return false
    inWord = CASED.test(character)
  }
  return found
}

function isAllSpace(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isPySpace(text.charCodeAt(at))) return false
  return text !== ''
}

/** The questions of Python's `str` about its characters. */
export const CLASSIFIERS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['isalpha', (text: string) => /^\p{L}+$/u.test(text)],
  ['isalnum', (text: string) => /^[\p{L}\p{N}]+$/u.test(text)],
  ['isascii', isAscii],
  ['isdecimal', (text: string) => /^\p{Nd}+$/u.test(text)],
  ['isdigit', (text: string) => DIGIT.test(text)],
  ['isnumeric', (text: string) => NUMERIC.test(text)],
  ['isidentifier', (text: string) => /^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(text)],
  ['islower', (text: string) => allCased(text, LOWER, UPPER)],
  ['isupper', (text: string) => allCased(text, UPPER, LOWER)],
  ['isprintable', (text: string) => !UNPRINTABLE.test(text.replaceAll(' ', ''))],
  ['isspace', isAllSpace],
  ['istitle', isTitle],
])
