import { type ReactNode, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import { TextButton } from '../../ui/text-button.tsx'

/** Beyond this a page takes longer to lay out than anybody to read. UTF-16 units. */
const AT_FIRST = 60_000

export interface LongTextProps {
  readonly text: string
  readonly className?: string | undefined
  /** A caret at the end, while it grows. */
  readonly end?: ReactNode
}

/** Text as it is, line breaks kept; the rest of a very long one is a press away. */
export function LongText({ text, className, end }: LongTextProps) {
  const say = useText('drawer')
  const formats = useFormats()
  const [isWhole, setWhole] = useState(false)
  const isCut = !isWhole && text.length > AT_FIRST
  return (
    <>
      <div className={className} dir="auto">
        <KeptTogether text={isCut ? text.slice(0, AT_FIRST) : text} />
        {!isCut && end}
      </div>
      {isCut && (
        <TextButton onClick={() => setWhole(true)}>
          {say('showAllText', { characters: formats.integer(text.length - AT_FIRST) })}
        </TextButton>
      )}
    </>
  )
}
