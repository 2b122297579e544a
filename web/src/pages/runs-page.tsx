import type { PlaygroundBindings } from '@vitrine/playground'
import { type Journal, type KeptHead, restore, runFile } from '@vitrine/playground/journal'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHostTexts } from '../messages/use-host-texts.ts'
import css from './page.module.css'
import { useRunFacts } from './use-run-facts.ts'
import { type RunActions, RunRow } from './run-row.tsx'
import runs from './runs-page.module.css'
import { saveText } from './save-text.ts'

const HEADS = ['pick', 'name', 'date', 'model', 'cases', 'passed', 'cost', 'actions'] as const
const NUMBERS: ReadonlySet<string> = new Set(['cases', 'passed', 'cost'])

interface Told {
  readonly text: string
  readonly undo?: () => void
}

/** What this browser keeps of runs. */
export function RunsPage({ bindings, journal }: { bindings: PlaygroundBindings; journal: Journal }) {
  const text = useHostTexts().runsPage
  const facts = useRunFacts()
  const [list, setList] = useState<readonly KeptHead[] | 'refused' | null>(null)
  const [picked, setPicked] = useState<readonly string[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [, go] = useLocation()
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const next = await journal.runs().catch(() => 'refused' as const)
      if (!isGone) setList(next)
    }
    void look()
    const end = journal.subscribe(() => void look())
    return () => {
      isGone = true
      end()
    }
  }, [journal])

  const reading = async (head: KeptHead) => {
    const kept = await journal.read(head.id)
    if (kept === null) setTold({ text: text.unreadable(facts.name(head)) })
    return kept
  }
  const actions: RunActions = {
    open: async (head) => {
      const kept = await reading(head)
      const { state } = bindings
      if (kept === null || state === undefined) return
      bindings.cancel?.()
      if ((await restore(state, kept)) === null) setTold({ text: text.unreadable(facts.name(head)) })
      else go('/playground')
    },
    rename: (head, name) => journal.change(head.id, { name, isAutomatic: false }),
    download: async (head) => {
      const kept = await reading(head)
      if (kept !== null) saveText(runFile(kept))
    },
    remove: async (head) => {
      await journal.change(head.id, { kind: 'gone' })
      setPicked((ids) => ids.filter((id) => id !== head.id))
      setTold({
        text: text.removed(facts.name(head)),
        undo: () => {
          setTold(null)
          void journal.change(head.id, { kind: 'run' })
        },
      })
    },
    pick: ({ id }) => setPicked((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-2))),
  }
  const [left, right] = picked
  return (
    <section className={css['page']} aria-busy={list === null}>
      <h1>{text.title}</h1>
      <p className={css['lead']}>{text.lead}</p>
      <div role="status" className={runs['told']}>
        {list === null && text.loading}
        {told !== null && (
          <>
            {told.text}{' '}
            {told.undo && (
              <button type="button" className={css['clear']} data-testid="undo-delete" onClick={told.undo}>
                {text.undo}
              </button>
            )}
          </>
        )}
      </div>
      {list === 'refused' && <p role="alert">{text.refused}</p>}
      {Array.isArray(list) && list.length === 0 && (
        <>
          <p>
            {text.empty} {text.emptyMore}
          </p>
          <Link className={css['action']} href="/playground">
            {text.toPlayground}
          </Link>
        </>
      )}
      {Array.isArray(list) && list.length > 0 && (
        <>
          <p className={runs['bar']}>
            {left !== undefined && right !== undefined ? (
              <Link className={css['action']} data-testid="compare" href={`/runs/${left}/${right}`}>
                {text.compare}
              </Link>
            ) : (
              <span className={css['note']}>{text.compareHint}</span>
            )}
          </p>
          <div className={css['frame']} role="region" aria-label={text.title} tabIndex={0}>
            <table className={css['table']}>
              <thead>
                <tr>
                  {HEADS.map((name) => (
                    <th key={name} scope="col" className={NUMBERS.has(name) ? css['number'] : undefined}>
                      {text.columns[name]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.map((head) => (
                  <RunRow key={head.id} head={head} isPicked={picked.includes(head.id)} actions={actions} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
