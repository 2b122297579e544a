import type { AnswerSide, RunComparison } from '@vitrine/playground/journal'
import { useState } from 'react'
import { useHostTexts } from '../messages/use-host-texts.ts'
import { ComparedTable } from './compared-table.tsx'
import css from './page.module.css'
import { useRunFacts } from './use-run-facts.ts'
import runs from './runs-page.module.css'

/** Drawn at a time. */
const SHOWN = 100

interface ComparedAnswersProps {
  readonly comparison: RunComparison
  readonly names: readonly [string, string]
}

/** The answers of two runs, case by case. */
export function ComparedAnswers({ comparison: { cases, onlyLeft, onlyRight }, names }: ComparedAnswersProps) {
  const text = useHostTexts().comparePage
  const facts = useRunFacts()
  const differing = cases.filter((one) => one.differs)
  const [isOnlyDiffering, setOnlyDiffering] = useState(differing.length > 0)
  const [shown, setShown] = useState(SHOWN)
  const all = isOnlyDiffering ? differing : cases
  return (
    <>
      <p data-testid="differing">
        {differing.length === 0 ? text.allSame : text.differing(facts.number(differing.length), facts.number(cases.length))}{' '}
        {onlyLeft > 0 && text.onlyLeft(facts.number(onlyLeft))} {onlyRight > 0 && text.onlyRight(facts.number(onlyRight))}
      </p>
      {differing.length > 0 && (
        <label className={runs['check']}>
          <input
            type="checkbox"
            className={runs['pick']}
            checked={isOnlyDiffering}
            onChange={(event) => setOnlyDiffering(event.target.checked)}
          />
          {text.onlyDiffering}
        </label>
      )}
      {all.length > 0 && (
        <ComparedTable title={text.answers} head={text.case} names={names}>
          {all.slice(0, shown).map(({ number, variant, inputs, left, right, differs }) => (
            <tr key={`${number} ${variant}`} data-testid="compared-case" data-differs={differs}>
              <th scope="row">
                {number} {variant} <span className={differs ? runs['changed'] : css['note']}>{differs ? text.differs : text.same}</span>
                <span className={css['note']} dir="auto">
                  {inputs.slice(0, 200)}
                </span>
              </th>
              <Side side={left} label={names[0]} />
              <Side side={right} label={names[1]} />
            </tr>
          ))}
        </ComparedTable>
      )}
      {all.length > shown && (
        <button type="button" className={css['action']} onClick={() => setShown(shown + SHOWN)}>
          {text.more(facts.number(Math.min(SHOWN, all.length - shown)))}
        </button>
      )}
    </>
  )
}

function Side({ side, label }: { readonly side: AnswerSide | null; readonly label: string }) {
  const text = useHostTexts().comparePage
  return (
    <td className={runs['half']} data-label={label}>
      {side === null ? (
        <span className={css['note']}>{text.noAnswer}</span>
      ) : (
        <>
          <span className={css['note']}>{text.states[side.state]}</span>
          <pre className={runs['answer']} dir="auto">
            {side.text}
          </pre>
        </>
      )}
    </td>
  )
}
