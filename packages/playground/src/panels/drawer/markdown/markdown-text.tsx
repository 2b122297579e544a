import { startTransition, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Caret } from '../../../ui/caret.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { TextButton } from '../../../ui/text-button.tsx'
import { blocksOf, hasFootnotes, type MarkdownBlock, NO_BLOCKS } from './markdown-blocks.ts'
import { RenderedBlock } from './rendered-block.tsx'
import css from './markdown.module.css'

/** Beyond this a page takes longer to lay out than anybody to read. UTF-16 units. */
const AT_FIRST = 60_000
/** Up to here notes are drawn where they are noted. UTF-16 units. */
const MOST_WITH_NOTES = 12_000

export interface MarkdownTextProps {
  readonly text: string
  /** It grows: what is open at its end is closed for the eye. */
  readonly isStreaming: boolean
}

/** An answer as its Markdown means it: block by block, so that a token more draws one block anew. Nothing in it is run or fetched. */
export function MarkdownText({ text, isStreaming }: MarkdownTextProps) {
  const say = useText('drawer')
  const formats = useFormats()
  const [isWhole, setWhole] = useState(false)
  const [known, setKnown] = useState(NO_BLOCKS)
  const current = known.text === text ? known : blocksOf(text, known)
  // What is known of the text so far is what the next look at it begins with.
  if (current.text !== known.text) setKnown(current)
  const isNoted = hasFootnotes(current.text)
  const isOne = isNoted && !isStreaming && current.text.length <= MOST_WITH_NOTES
  const blocks: readonly MarkdownBlock[] = isOne ? [{ at: 0, text: current.text }] : current.blocks
  const shown = isWhole ? blocks : blocks.filter(({ at }) => at < AT_FIRST)
  const rest = blocks[shown.length]
  return (
    <>
      <div className={css.markdown} data-part="markdown">
        {shown.map((block, number) => (
          <RenderedBlock
            key={block.at}
            text={block.text}
            definitions={block.text.includes('[') ? current.definitions : ''}
            isOpen={isStreaming && number === blocks.length - 1}
            notes={!isNoted || isOne}
          />
        ))}
        {isStreaming && <Caret />}
      </div>
      {rest !== undefined && (
        <TextButton onClick={() => startTransition(() => setWhole(true))}>
          {say('showAllText', { characters: formats.integer(current.text.length - rest.at) })}
        </TextButton>
      )}
    </>
  )
}
