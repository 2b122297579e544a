import { compareRuns, type Journal, type KeptDocument, type RunComparison } from '@vitrine/playground/journal'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { HostTexts } from '../messages/host-texts.ts'
import { useHostTexts } from '../messages/use-host-texts.ts'
import { ComparedAnswers } from './compared-answers.tsx'
import { ComparedTable } from './compared-table.tsx'
import css from './page.module.css'
import type { RunFacts } from './run-facts.ts'
import { useRunFacts } from './use-run-facts.ts'
import runs from './runs-page.module.css'

interface Pair {
  readonly left: KeptDocument
  readonly right: KeptDocument
  readonly comparison: RunComparison
}

async function readPair(journal: Journal, leftId: string, rightId: string): Promise<Pair | 'gone'> {
  try {
    const [left, right] = await Promise.all([journal.read(leftId), journal.read(rightId)])
    return left === null || right === null ? 'gone' : { left, right, comparison: compareRuns(left, right) }
  } catch {
    return 'gone'
  }
}

/** Two kept runs: what was asked differently, what was answered differently, and what each came to. */
export function ComparePage({ journal, left, right }: { journal: Journal; left: string; right: string }) {
  const text = useHostTexts().comparePage
  const [pair, setPair] = useState<Pair | 'gone' | null>(null)
  useEffect(() => {
    let isGone = false
    void (async () => {
      const next = await readPair(journal, left, right)
      if (!isGone) setPair(next)
    })()
    return () => {
      isGone = true
    }
  }, [journal, left, right])
  return (
    <section className={css['page']} aria-busy={pair === null}>
      <Link href="/runs" className={runs['back']}>
        {text.back}
      </Link>
      <h1>{text.title}</h1>
      {pair === null && <p role="status">{text.loading}</p>}
      {pair === 'gone' && <p role="alert">{text.gone}</p>}
      {pair !== null && pair !== 'gone' && <Compared {...pair} />}
    </section>
  )
}

function Compared({ left, right, comparison }: Pair) {
  const texts = useHostTexts()
  const text = texts.comparePage
  const facts = useRunFacts()
  const names = [facts.name(left.head), facts.name(right.head)] as const
  return (
    <>
      <h2 className={runs['section']}>{text.sums}</h2>
      <Table
        title={text.sums}
        head={text.figure}
        names={names}
        rows={FIGURES.map(([name, read]) => [text.figures[name], read(left.head, facts), read(right.head, facts)])}
      />
      <h2 className={runs['section']}>{text.settings}</h2>
      {comparison.settings.length === 0 ? (
        <p>{text.sameSettings}</p>
      ) : (
        <Table
          title={text.settings}
          head={text.setting}
          names={names}
          rows={comparison.settings.map((one) => [one.name, one.left ?? texts.runsPage.none, one.right ?? texts.runsPage.none])}
        />
      )}
      <h2 className={runs['section']}>{text.answers}</h2>
      <ComparedAnswers comparison={comparison} names={names} />
    </>
  )
}

type Head = KeptDocument['head']
type Figure = keyof HostTexts['comparePage']['figures']

const FIGURES: readonly (readonly [Figure, (head: Head, facts: RunFacts) => string])[] = [
  ['date', ({ savedAtMs }, facts) => facts.date(savedAtMs)],
  ['models', ({ models }) => models.join(', ')],
  ['cases', ({ cases }, facts) => facts.number(cases)],
  ['results', ({ results }, facts) => facts.number(results)],
  ['failed', ({ failed }, facts) => facts.number(failed)],
  ['passed', (head, facts) => facts.passed(head)],
  ['cost', ({ costUsd }, facts) => facts.cost(costUsd)],
  ['latency', ({ latencyMs }, facts) => facts.latency(latencyMs)],
]

interface TableProps {
  readonly title: string
  readonly head: string
  readonly names: readonly [string, string]
  readonly rows: readonly (readonly [string, string, string])[]
}

function Table({ title, head, names, rows }: TableProps) {
  return (
    <ComparedTable title={title} head={head} names={names}>
      {rows.map(([name, left, right]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <Side text={left} label={names[0]} />
          <Side text={right} label={names[1]} />
        </tr>
      ))}
    </ComparedTable>
  )
}

function Side({ text: said, label }: { readonly text: string; readonly label: string }) {
  return (
    <td className={runs['half']} data-label={label}>
      <pre className={runs['answer']} dir="auto">
        {said}
      </pre>
    </td>
  )
}
