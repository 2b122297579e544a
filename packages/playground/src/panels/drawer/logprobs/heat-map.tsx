import { type KeyboardEvent, memo, type PointerEvent, type RefObject } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { classNames } from '../../../ui/class-names.ts'
import { VirtualColumn } from '../virtual-column.tsx'
import css from './logprobs.module.css'
import { blockAt, type TokenBlock } from './token-blocks.ts'
import { TokenText } from './token-text.tsx'
import type { Token } from './tokens.ts'
import { tokenName } from './token-name.ts'
import { tokenAfterKey } from './token-keys.ts'
import type { LogprobFormats } from './use-logprob-formats.ts'

export interface HeatMapProps {
  readonly tokens: readonly Token[]
  readonly blocks: readonly TokenBlock[]
  /** Null before one was chosen: Tab leads to the first then. */
  readonly chosen: number | null
  readonly formats: LogprobFormats
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onPoint: (at: number | null) => void
  readonly onChoose: (at: number) => void
}

const tokenAt = (target: EventTarget | null): number | null => {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined
  return at === undefined ? null : Number(at)
}

/** The answer with each token on the colour, and over the line, of how sure the model was of it. */
export function HeatMap({ tokens, blocks, chosen, formats, scroller, onPoint, onChoose }: HeatMapProps) {
  const say = useText('logprobs')
  const current = chosen ?? 0
  const kept = blockAt(blocks, current)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = tokenAfterKey(event, current, tokens.length)
    if (next === null) return
    // Up and down belong to the text here, not to the list of cases.
    event.preventDefault()
    event.stopPropagation()
    onChoose(next)
  }
  const choose = (target: EventTarget | null) => {
    const at = tokenAt(target)
    if (at !== null) onChoose(at)
  }
  return (
    <VirtualColumn
      count={blocks.length}
      usualHeight={96}
      kept={kept}
      scroller={scroller}
      itemRole="presentation"
      outer={{
        className: css.scroller,
        onPointerOver: (event: PointerEvent) => onPoint(tokenAt(event.target)),
        onPointerLeave: () => onPoint(null),
        onClick: (event) => choose(event.target),
        onKeyDown,
      }}
      inner={{ role: 'listbox', 'aria-label': say('tokens'), 'aria-orientation': 'horizontal' }}
    >
      {(index) => {
        const block = blocks[index]
        const total = tokens.length
        return (
          block && (
            <Block block={block} current={index === kept ? current : -1} isChosen={chosen !== null} total={total} formats={formats} />
          )
        )
      }}
    </VirtualColumn>
  )
}

interface BlockProps {
  readonly block: TokenBlock
  /** -1 where it is in another block. */
  readonly current: number
  readonly isChosen: boolean
  readonly total: number
  readonly formats: LogprobFormats
}

const Block = memo(DrawnBlock, (before, after) => {
  const [one, other] = [before.block.tokens, after.block.tokens]
  if (
    before.current !== after.current ||
    before.isChosen !== after.isChosen ||
    before.formats !== after.formats ||
    before.block.from !== after.block.from
  )
    return false
  if (before.current !== -1 && before.total !== after.total) return false
  return one.length === other.length && one[0]?.source === other[0]?.source && one.at(-1)?.source === other.at(-1)?.source
})

function DrawnBlock({ block: { tokens, beginsPart }, current, isChosen, total, formats }: BlockProps) {
  const say = useText('logprobs')
  return (
    <div className={classNames(css.heat, beginsPart && css.beginsPart)} dir="auto" role="presentation">
      {tokens.map(({ at, text, probability, band }) => (
        <span
          key={at}
          role="option"
          aria-selected={isChosen && at === current}
          tabIndex={at === current ? 0 : -1}
          data-at={at}
          data-band={band}
          aria-setsize={total}
          aria-posinset={at + 1}
          className={css.token}
          {...(at === current && {
            'aria-label': say('tokenName', {
              token: tokenName(text),
              probability: formats.probability(probability),
              number: at + 1,
              total,
            }),
          })}
        >
          <TokenText text={text} />
        </span>
      ))}
    </div>
  )
}
