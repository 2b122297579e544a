import { Fragment, type ReactNode, createElement } from 'react'
import { formatInteger } from '../ui/format/format-count.ts'
import { directionOf } from '../text-direction.ts'
import type { Area, TextKey } from './catalogue.ts'
import { translate } from './create-texts.ts'
import { useTexts } from './use-texts.ts'

export interface RichTextProps<A extends Area> {
  readonly area: A
  readonly text: TextKey<A>
  /** What stands for `{{name}}`: text or an element. */
  readonly values?: Readonly<Record<string, ReactNode>>
  readonly count?: number
  /** How `<name>…</name>` is drawn; `<b>` is known. */
  readonly marks?: Readonly<Record<string, (content: ReactNode) => ReactNode>>
}

const NONE: Readonly<Record<string, ReactNode>> = {}
const NO_MARKS: Readonly<Record<string, (content: ReactNode) => ReactNode>> = {}

/**
 * A text with elements in it. Marks are read from the catalogue alone and values are put in afterwards, so that no value, whatever it
 * holds, becomes markup.
 */
export function RichText<A extends Area>({ area, text, values = NONE, count, marks = NO_MARKS }: RichTextProps<A>) {
  const texts = useTexts()
  const pattern = translate(texts, area, text, { ...(count !== undefined && { count }), skipInterpolation: true })
  const given = count === undefined ? values : { count: formatInteger(count, texts.language), ...values }
  const all = directionOf(texts.language) === 'rtl' ? ownDirections(given) : given
  return <>{withMarks(pattern, all, marks)}</>
}

/** Where sentences run from right to left, each value keeps its own direction. */
const ownDirections = (values: Readonly<Record<string, ReactNode>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, createElement('bdi', null, value)]))

function withMarks(
  pattern: string,
  values: Readonly<Record<string, ReactNode>>,
  marks: NonNullable<RichTextProps<Area>['marks']>,
): ReactNode {
  const pieces = pattern.split(/(<(\w+)>.*?<\/\2>)/)
  const drawn: ReactNode[] = []
  for (let at = 0; at < pieces.length; at += 3) {
    drawn.push(<Fragment key={at}>{withValues(pieces[at] ?? '', values)}</Fragment>)
    const marked = pieces[at + 1]
    const name = pieces[at + 2]
    if (marked === undefined || name === undefined) continue
    const content = withValues(marked.slice(name.length + 2, -name.length - 3), values)
    const draw = Object.hasOwn(marks, name) ? marks[name] : undefined
    drawn.push(<Fragment key={at + 1}>{draw ? draw(content) : <b>{content}</b>}</Fragment>)
  }
  return drawn
}

const withValues = (pattern: string, values: Readonly<Record<string, ReactNode>>): ReactNode =>
  createElement(Fragment, null, ...pattern.split(/\{\{(\w+)\}\}/).map((piece, at) => (at % 2 === 0 ? piece : valueOf(values, piece))))

const valueOf = (values: Readonly<Record<string, ReactNode>>, name: string): ReactNode => (Object.hasOwn(values, name) ? values[name] : '')
