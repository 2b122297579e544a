import { toFloat, toInt } from '../python/number.ts'
import type { TemplateValue } from '../template-format.ts'
import { isFloatText, isNumberStart, losesAsPlainJson, numberEnd, stringEnd } from './loss.ts'

/** More digits than Python reads. The time to read them grows faster than their number. */
const MAX_DIGITS = 4300

type Container = TemplateValue[] | Record<string, TemplateValue>

function numberOf(source: string): TemplateValue {
  if (isFloatText(source)) return toFloat(Number(source))
  if (source.length > MAX_DIGITS) throw new SyntaxError(`An integer has more than ${MAX_DIGITS} digits.`)
  return toInt(BigInt(source))
}

function put(container: Container, key: string, value: TemplateValue): void {
  if (Array.isArray(container)) container.push(value)
  // An assignment to `__proto__` would change the prototype instead of adding a key.
  else Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true })
}

/** Builds the value of a text that is known to be JSON; a stack of its own, so that depth costs no calls. */
function build(text: string): TemplateValue {
  const top: TemplateValue[] = []
  const open: Container[] = []
  let container: Container = top
  let key = ''
  const enter = (inner: Container): void => {
    put(container, key, inner)
    open.push(container)
    container = inner
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? ''
    if (unit === '{') enter({})
    else if (unit === '[') enter([])
    else if (unit === '}' || unit === ']') container = open.pop() ?? top
    else if (unit === '"') {
      const end = stringEnd(text, at)
      const value = JSON.parse(text.slice(at, end)) as string
      at = end - 1
      if (isKey(text, end) && !Array.isArray(container)) key = value
      else put(container, key, value)
    } else if (isNumberStart(unit.charCodeAt(0))) {
      const end = numberEnd(text, at)
      put(container, key, numberOf(text.slice(at, end)))
      at = end - 1
    } else if (unit === 't' || unit === 'f' || unit === 'n') {
      put(container, key, unit === 'n' ? null : unit === 't')
      at += unit === 'f' ? 4 : 3
    }
  }
  return top[0] ?? null
}

function isKey(text: string, after: number): boolean {
  let at = after
  while (' \t\n\r'.includes(text[at] ?? '.')) at++
  return text[at] === ':'
}

/**
 * Reads JSON without loss: an integer beyond 2^53 becomes a `bigint`, a float without a fraction a `PyFloat`. Where neither occurs,
 * it is `JSON.parse`. A key `__proto__` is a key like any other.
 *
 * @throws SyntaxError where the text is no JSON, or an integer has more than 4,300 digits
 */
export function parseJson(text: string): TemplateValue {
  const plain = JSON.parse(text) as TemplateValue
  return losesAsPlainJson(text) ? build(text) : plain
}
