import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextButton } from '../../../ui/text-button.tsx'
import box from '../drawer.module.css'
import css from './logprobs.module.css'
import { tokenName } from './token-name.ts'
import type { Token } from './tokens.ts'
import type { LogprobFormats } from './use-logprob-formats.ts'

const A_PAGE = 100

export interface TokenTableProps {
  readonly tokens: readonly Token[]
  readonly formats: LogprobFormats
  readonly onShow: (at: number) => void
}

/** The same as figures, a page at a time. */
export function TokenTable({ tokens, formats, onShow }: TokenTableProps) {
  const say = useText('logprobs')
  const [from, setFrom] = useState(0)
  const shown = tokens.slice(from, from + A_PAGE)
  return (
    <div className={css.tableBox}>
      {tokens.length > A_PAGE && (
        <div className={box.line}>
          <IconButton
            size={24}
            icon={ChevronLeft}
            mirrored
            label={say('earlier')}
            disabled={from === 0}
            onClick={() => setFrom(from - A_PAGE)}
          />
          <span role="status">{say('range', { from: from + 1, to: from + shown.length, total: tokens.length })}</span>
          <IconButton
            size={24}
            icon={ChevronRight}
            mirrored
            label={say('later')}
            disabled={from + A_PAGE >= tokens.length}
            onClick={() => setFrom(from + A_PAGE)}
          />
        </div>
      )}
      <table className={`${box.table} ${css.table}`} aria-label={say('tableLabel')}>
        <thead>
          <tr>
            <th scope="col">{say('number')}</th>
            <th scope="col">{say('token')}</th>
            <th scope="col">{say('probability')}</th>
            <th scope="col">{say('logprob')}</th>
            <th scope="col">{say('alternatives')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, text, probability, logprob, others }) => (
            <tr key={at}>
              <td>
                <TextButton aria-label={say('show', { number: at + 1 })} onClick={() => onShow(at)}>
                  {at + 1}
                </TextButton>
              </td>
              <th scope="row">
                <bdi>{tokenName(text)}</bdi>
              </th>
              <td>{formats.probability(probability)}</td>
              <td>{formats.logprob(logprob)}</td>
              <td>
                <ul className={css.others}>
                  {others.slice(0, 3).map((other) => (
                    <li key={other.text}>
                      {say('alternative', { token: tokenName(other.text), probability: formats.probability(other.probability) })}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
