import { textArgument, optionalText, type Bound } from '../values/argument.ts'
import { toList } from '../values/iterate.ts'
import type { Run } from '../run.ts'
import { capitalize, foldCase, swapCase, toTitle } from '../text/case.ts'
import { CLASSIFIERS } from '../text/classify.ts'
import { align, expandTabs, fillZeros, type Alignment } from '../text/pad.ts'
import { replaceText } from '../text/replace.ts'
import { stripText, type Sides } from '../text/strip.ts'
import { demandInteger } from '../values/numeric.ts'
import { method, type Method } from './method.ts'

/** Reading a text once is part of the cost of each. */
const simple = (name: string, apply: (text: string) => string | boolean): readonly [string, Method<string>] =>
  method(name, '', 0, (run, text) => {
    run.text(text.length)
    return apply(text)
  })

const strip = (name: string, sides: Sides): readonly [string, Method<string>] =>
  method(name, 'chars', 0, (run, text, [chars]) => {
    run.text(text.length)
    return stripText(text, optionalText(chars, 'The characters to strip'), sides)
  })

const pad = (name: string, alignment: Alignment): readonly [string, Method<string>] =>
  method(name, 'width fillchar', 1, (run, text, [width = 0, fill = ' ']) =>
    align(run, text, demandInteger(width, 'The width'), alignment, textArgument(fill, 'The fill')),
  )

/** Joins texts, refusing a result that is too long before it is made. */
export function joinTexts(run: Run, separator: string, parts: readonly string[]): string {
  let length = separator.length * Math.max(0, parts.length - 1)
  for (const part of parts) length += part.length
  run.text(length)
  return parts.join(separator)
}

function joined(run: Run, separator: string, [values = []]: Bound): string {
  const parts = toList(run, values).map((value) => textArgument(value, 'Each part of join'))
  return joinTexts(run, separator, parts)
}

/** Methods that give a text or an answer about one. */
export const TEXT_BASICS: readonly (readonly [string, Method<string>])[] = [
  simple('upper', (text) => text.toUpperCase()),
  simple('lower', (text) => text.toLowerCase()),
  simple('swapcase', swapCase),
  simple('casefold', foldCase),
  simple('capitalize', capitalize),
  simple('title', toTitle),
  ...Array.from(CLASSIFIERS, ([name, holds]) => simple(name, holds)),
  strip('strip', 'both'),
  strip('lstrip', 'left'),
  strip('rstrip', 'right'),
  pad('center', 'center'),
  pad('ljust', 'left'),
  pad('rjust', 'right'),
  method('zfill', 'width', 1, (run, text, [width = 0]) => fillZeros(run, text, demandInteger(width, 'The width'))),
  method('expandtabs', 'tabsize', 0, (run, text, [size = 8]) => expandTabs(run, text, demandInteger(size, 'The tab size')), true),
  method('join', 'iterable', 1, joined),
  method('replace', 'old new count', 2, (run, text, [from, to, count = -1]) =>
    replaceText(run, text, textArgument(from, 'What to replace'), textArgument(to, 'The replacement'), demandInteger(count, 'The count')),
  ),
]
