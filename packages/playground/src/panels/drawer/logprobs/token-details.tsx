import { RichText } from '../../../messages/rich-text.tsx'
import { useText } from '../../../messages/use-text.ts'
import { classNames } from '../../../ui/class-names.ts'
import { legible } from '../odd-characters.ts'
import css from './logprobs.module.css'
import { bytesOf, hexOf, wholeCharacter } from './token-bytes.ts'
import { tokenName } from './token-name.ts'
import { restOf, type Token } from './tokens.ts'
import type { LogprobFormats } from './use-logprob-formats.ts'

export interface TokenDetailsProps {
  readonly tokens: readonly Token[]
  /** -1 where none is chosen or pointed at. */
  readonly at: number
  readonly formats: LogprobFormats
}

const CONTEXT = 6

/** All that is known of one token: where it stands, how likely it was, and what stood beside it. */
export function TokenDetails({ tokens, at, formats }: TokenDetailsProps) {
  const say = useText('logprobs')
  const token = tokens[at]
  if (token === undefined) return <p className={css.hint}>{say('noneChosen')}</p>
  const before = tokens.slice(Math.max(0, at - CONTEXT), at).map(({ text }) => text)
  const context = legible(before.join('').replace(/^\s+/, '').slice(-24))
  const bytes = bytesOf(token.text)
  const whole = bytes === null ? null : wholeCharacter(tokens, at)
  const rest = restOf(token)
  return (
    <>
      <p className={css.place}>
        <bdi className={css.chosen}>{tokenName(token.text)}</bdi>{' '}
        <span>
          {at === 0 ? (
            say('place', { number: 1, total: tokens.length })
          ) : (
            <RichText
              area="logprobs"
              text="placeAfter"
              values={{ number: at + 1, total: tokens.length, context: <bdi className={css.context}>{context}</bdi> }}
            />
          )}
        </span>
      </p>
      {bytes !== null && <p className={css.hint}>{say('partOfCharacter', { bytes: hexOf(bytes) })}</p>}
      {whole !== null && <p className={css.hint}>{say('wholeCharacter', { text: whole })}</p>}
      <table className={css.alternatives} aria-label={say('alternatives')}>
        <tbody>
          <Line name={tokenName(token.text)} share={token.probability} formats={formats} isWritten />
          {token.others.map(({ text, probability }) => (
            <Line key={text} name={tokenName(text)} share={probability} formats={formats} />
          ))}
          {token.others.length > 0 && rest >= 0.0005 && <Line name={say('rest')} share={rest} formats={formats} isRest />}
        </tbody>
      </table>
      {token.others.length === 0 && <p className={css.hint}>{say('noAlternatives')}</p>}
      <p className={css.hint}>
        {say('logprob')} <bdi>{formats.logprob(token.logprob)}</bdi>
      </p>
    </>
  )
}

interface LineProps {
  readonly name: string
  readonly share: number
  readonly formats: LogprobFormats
  readonly isWritten?: boolean
  readonly isRest?: boolean
}

function Line({ name, share, formats, isWritten = false, isRest = false }: LineProps) {
  const say = useText('logprobs')
  return (
    <tr className={classNames(isWritten && css.written)}>
      <th scope="row" className={isRest ? css.rest : undefined}>
        <bdi>{name}</bdi>
        {isWritten && <span className="vitrine-unseen"> {say('written')}</span>}
      </th>
      <td className={css.bar} aria-hidden="true">
        <i style={{ inlineSize: `${Math.max(1, share * 100)}%` }} />
      </td>
      <td className={css.share}>
        <bdi>{formats.probability(share)}</bdi>
      </td>
    </tr>
  )
}
