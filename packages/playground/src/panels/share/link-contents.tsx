import type { LinkReading } from '../../exchange/link/link-reading.ts'
import { useText } from '../../messages/use-text.ts'
import { useTexts } from '../../messages/use-texts.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { inOrder, problemText } from '../exchange/import/problem-text.ts'
import css from './share.module.css'

/** What a link holds, in figures. */
export function LinkContents({ reading }: { readonly reading: LinkReading & { readonly ok: true } }) {
  const say = useText('sharing')
  const { prompt, variants = [], rows } = reading.snapshot
  const models = new Set([prompt, ...variants].map(({ llmConfig }) => llmConfig.model))
  return (
    <ul className={css.contents}>
      <li>{say('holdsMessages', { count: prompt.messages.length })}</li>
      {variants.length > 0 && <li>{say('holdsVariants', { count: variants.length + 1 })}</li>}
      <li>{say('holdsCases', { count: rows.length })}</li>
      {[...models].map((model) => (
        <li key={model}>
          <bdi>{say('holdsModel', { model })}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** What was left out of a link, or why it was refused. */
export function LinkProblems({ reading: { problems } }: { readonly reading: LinkReading }) {
  const texts = useTexts()
  const { integer } = useFormats()
  return (
    problems.length > 0 && (
      <ul className={css.problems} dir="auto">
        {inOrder(problems).map((problem) => (
          <li key={JSON.stringify(problem)}>{problemText(texts, problem, integer)}</li>
        ))}
      </ul>
    )
  )
}
