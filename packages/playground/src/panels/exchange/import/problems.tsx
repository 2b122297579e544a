import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { Problem } from '../../../exchange/import/problem.ts'
import type { ReadOutcome } from '../../../exchange/reader/import-preview.ts'
import { useText } from '../../../messages/use-text.ts'
import { useTexts } from '../../../messages/use-texts.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import css from './import-form.module.css'
import { inOrder, problemText } from './problem-text.ts'

const ICONS = { error: CircleX, warning: TriangleAlert, notice: Info } as const

/** What is wrong with a file, by line, and what to do about it. What stops the import stands first and apart. */
export function Problems({ recognition: { ok, problems } }: { readonly recognition: ReadOutcome }) {
  const say = useText('exchangeImport')
  const ordered = inOrder(problems)
  const fatal = ordered.filter(({ severity }) => severity === 'error')
  const rest = ordered.filter(({ severity }) => severity !== 'error')
  return (
    <>
      {!ok && (
        <Notice tone="danger" code={fatal[0]?.code ?? 'refused'} title={say('refused')}>
          <ProblemLines problems={fatal} />
        </Notice>
      )}
      {rest.length > 0 && (
        <section className={css.part} aria-label={say('problems')}>
          <h3 className={css.title}>{say('problems')}</h3>
          <ProblemLines problems={rest} />
        </section>
      )}
    </>
  )
}

function ProblemLines({ problems }: { readonly problems: readonly Problem[] }) {
  const say = useText('exchangeImport')
  const texts = useTexts()
  const { integer } = useFormats()
  return (
    <ul className={css.problems}>
      {problems.map((problem) => (
        <li
          key={`${problem.code} ${problem.line} ${JSON.stringify(problem.values)}`}
          data-code={problem.code}
          data-severity={problem.severity}
        >
          {problem.severity !== 'error' && <Icon of={ICONS[problem.severity]} size={14} />}
          <span>
            <span className="vitrine-unseen">{say(problem.severity)} </span>
            {problem.line !== null && <b>{say('line', { line: integer(problem.line) })} </b>}
            <bdi>{problemText(texts, problem, integer)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  )
}
