import { memo, useMemo } from 'react'
import Markdown, { type Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import remend from 'remend'
import { useText } from '../../../messages/use-text.ts'
import { LongText } from '../long-text.tsx'
import { ELEMENTS } from './elements.tsx'
import css from './markdown.module.css'
import { isTooMuch } from './too-much.ts'

export interface RenderedBlockProps {
  readonly text: string
  /** Addresses that its links may name. */
  readonly definitions: string
  /** Still being written. */
  readonly isOpen: boolean
  /** Footnotes are drawn; else they stand as they were written, for their text may be in another block. */
  readonly notes: boolean
}

const PLUGINS: NonNullable<Options['remarkPlugins']> = [[remarkGfm, { singleTilde: false }]]
const CLOSING = { linkMode: 'text-only', images: false, katex: false, htmlTags: true } as const

/** One block of an answer. Drawn anew only where its own text changes. */
export const RenderedBlock = memo(function RenderedBlock({ text, definitions, isOpen, notes }: RenderedBlockProps) {
  const say = useText('drawer')
  const rehypeOptions = useMemo(() => ({ footnoteLabel: say('footnotes'), footnoteBackContent: '' }), [say])
  if (isTooMuch(text)) return <LongText text={text.trimEnd()} className={css.asWritten} />
  const closed = isOpen ? remend(text, CLOSING) : text
  const noted = notes ? closed : closed.replaceAll('[^', String.raw`\[^`)
  return (
    <Markdown remarkPlugins={PLUGINS} remarkRehypeOptions={rehypeOptions} components={ELEMENTS}>
      {definitions === '' ? noted : `${noted}\n\n${definitions}`}
    </Markdown>
  )
})
