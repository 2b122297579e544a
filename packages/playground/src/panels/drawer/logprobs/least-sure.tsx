import { useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import css from './logprobs.module.css'
import { tokenName } from './token-name.ts'
import { leastSure, type Token } from './tokens.ts'
import type { LogprobFormats } from './use-logprob-formats.ts'

const AT_MOST = 8

export interface LeastSureProps {
  readonly tokens: readonly Token[]
  readonly formats: LogprobFormats
  readonly onGo: (at: number) => void
}

/** Where the model hesitated most, each a way there. */
export function LeastSure({ tokens, formats, onGo }: LeastSureProps) {
  const say = useText('logprobs')
  const least = useMemo(() => leastSure(tokens, AT_MOST), [tokens])
  if (least.length === 0) return null
  return (
    <section aria-label={say('least')} className={css.least}>
      <h3>{say('least')}</h3>
      <ol>
        {least.map(({ at, text, probability, band }) => {
          const [token, share] = [tokenName(text), formats.probability(probability)]
          return (
            <li key={at}>
              <button type="button" onClick={() => onGo(at)}>
                <bdi className={css.token} data-band={band}>
                  {token}
                </bdi>{' '}
                <bdi>{share}</bdi> <span className="vitrine-unseen">{say('leastItem', { number: at + 1 })}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
