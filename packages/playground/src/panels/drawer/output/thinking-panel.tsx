import { Lightbulb } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import type { Cell } from '../../../state/cell.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { CopyButton } from '../copy-button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { LongText } from '../long-text.tsx'
import css from './output.module.css'

/** What the model thought before it answered. Open while it thinks, closed once it speaks. */
export function ThinkingPanel({ cell, isStreaming }: { readonly cell: Cell; readonly isStreaming: boolean }) {
  const say = useText('drawer')
  const formats = useFormats()
  const tokens = cell.usage?.reasoningTokens
  return (
    <Disclosure
      key={isStreaming ? 'now' : 'then'}
      data-testid="thinking"
      tone="thinking"
      icon={Lightbulb}
      startsOpen={isStreaming}
      title={
        <>
          {say('thinking')}
          {tokens !== undefined && tokens > 0 && (
            <bdi className={css.count}>{say('thinkingTokens', { tokens: formats.tokens(tokens) })}</bdi>
          )}
        </>
      }
      end={<CopyButton text={cell.thinking} />}
    >
      <LongText text={cell.thinking} className={css.thoughts} />
    </Disclosure>
  )
}
