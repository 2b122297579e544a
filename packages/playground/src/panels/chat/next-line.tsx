import { RichText } from '../../messages/rich-text.tsx'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import css from './composer.module.css'
import { fullness, type NextMessage } from './next-message.ts'

export interface NextLineProps {
  /** With the cost of all variants, and the room of the one that has least. */
  readonly next: NextMessage
  readonly isDemo: boolean
}

/** Under the composer: how much of the context is taken, and what the next message costs. */
export function NextLine({ next, isDemo }: NextLineProps) {
  const say = useText('conversation')
  const formats = useFormats()
  const share = fullness(next)
  const input = <bdi>{formats.tokens(next.inputTokens)}</bdi>
  const range = <bdi dir="ltr">{formats.moneyRange(next.lowUsd, next.highUsd)}</bdi>
  const { maxOutputTokens, contextTokens, model, fits } = next
  return (
    <div className={css.next} data-testid="next-message" data-fits={fits}>
      {share === null ? (
        <span>{say('contextUnknown', { model })}</span>
      ) : (
        <span className={css.gauge}>
          <progress
            className={css.bar}
            max={1}
            value={share}
            aria-label={say('context')}
            aria-valuetext={say('contextWords', { used: formats.tokens(next.inputTokens), all: formats.tokens(contextTokens), model })}
          />
          <bdi dir="ltr">{say('contextOf', { used: formats.tokens(next.inputTokens), all: formats.context(contextTokens) })}</bdi>
        </span>
      )}
      <span data-part="next-price">
        {maxOutputTokens === null ? (
          <RichText area="conversation" text="nextUnlimited" values={{ input, range }} />
        ) : (
          <RichText area="conversation" text="next" values={{ input, range, output: <bdi>{formats.tokens(maxOutputTokens)}</bdi> }} />
        )}{' '}
        {isDemo && say('nextDemo')}
      </span>
    </div>
  )
}
