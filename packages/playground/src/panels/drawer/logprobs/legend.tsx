import { useText } from '../../../messages/use-text.ts'
import css from './logprobs.module.css'
import { BAND_ENDS } from './tokens.ts'
import type { LogprobFormats } from './use-logprob-formats.ts'

/** What the colours and the lines under the tokens say. */
export function Legend({ formats: { share } }: { readonly formats: LogprobFormats }) {
  const say = useText('logprobs')
  const [sure, likely, even] = BAND_ENDS
  const words = [
    say('bandSure', { from: share(sure) }),
    say('bandBetween', { from: share(likely), to: share(sure) }),
    say('bandBetween', { from: share(even), to: share(likely) }),
    say('bandBelow', { to: share(even) }),
  ]
  return (
    <ul className={css.legend} aria-label={say('legend')}>
      {words.map((word, band) => (
        <li key={word}>
          <i className={css.token} data-band={band} aria-hidden="true" />
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  )
}
