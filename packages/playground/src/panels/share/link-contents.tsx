import type { LinkReading } from '../../exchange/link/link-reading.ts'
import { useText } from '../../messages/use-text.ts'
import { useTexts } from '../../messages/use-texts.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { inOrder, problemText } from '../exchange/import/problem-text.ts'
import css from './share.module.css'

/** What a link holds, in figures. */
export function LinkContents({ reading }: { readonly reading: LinkReading & { readonly ok: true } }) {
  const say = useText('sharing')
  const { prompt, rows } = reading.snapshot
  return (
    <ul className={css.contents}>
      <li>{say('holdsMessages', { count: prompt.messages.length })}</li>
      <li>{say('holdsCases', { count: rows.length })}</li>
      <li>
        <bdi>{say('holdsModel', { model: prompt.llmConfig.model })}</bdi>
      </li>
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
