import type { KeptHead } from '@vitrine/playground/journal'
import { Download, FolderOpen, type LucideIcon, Pencil, Trash2 } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import { useHostTexts } from '../messages/use-host-texts.ts'
import css from './page.module.css'
import { useRunFacts } from './use-run-facts.ts'
import runs from './runs-page.module.css'

export interface RunActions {
  readonly open: (head: KeptHead) => Promise<void>
  readonly rename: (head: KeptHead, name: string) => Promise<void>
  readonly download: (head: KeptHead) => Promise<void>
  readonly remove: (head: KeptHead) => Promise<void>
  readonly pick: (head: KeptHead) => void
}

interface RunRowProps {
  readonly head: KeptHead
  readonly isPicked: boolean
  readonly actions: RunActions
}

export function RunRow({ head, isPicked, actions }: RunRowProps) {
  const text = useHostTexts().runsPage
  const facts = useRunFacts()
  const [isNaming, setNaming] = useState(false)
  const name = facts.name(head)
  const { savedAtMs, models, cases, results, failed, costUsd } = head
  return (
    <tr data-testid="kept-run" data-run-id={head.id}>
      <td data-label={text.columns.pick}>
        <input
          type="checkbox"
          className={runs['pick']}
          checked={isPicked}
          aria-label={text.pick(name)}
          onChange={() => actions.pick(head)}
        />
      </td>
      <th scope="row" className={css['wide']}>
        {isNaming ? (
          <Rename
            name={head.name}
            onDone={(next) => {
              setNaming(false)
              if (next !== null) void actions.rename(head, next)
            }}
          />
        ) : (
          <span className={runs['name']} dir="auto">
            {name}
          </span>
        )}
      </th>
      <td data-label={text.columns.date}>{facts.date(savedAtMs)}</td>
      <td data-label={text.columns.model}>{models.join(', ')}</td>
      <td data-label={text.columns.cases} className={css['number']}>
        {facts.number(cases)} <span className={css['note']}>{text.results(facts.number(results), facts.number(failed))}</span>
      </td>
      <td data-label={text.columns.passed} className={css['number']}>
        {facts.passed(head)}
      </td>
      <td data-label={text.columns.cost} className={css['number']}>
        {facts.cost(costUsd)}
      </td>
      <td className={css['wide']}>
        <span className={runs['actions']}>
          <Action
            icon={FolderOpen}
            label={text.openNamed(name)}
            title={text.open}
            testId="open-run"
            onClick={() => void actions.open(head)}
          />
          <Action icon={Pencil} label={text.renameNamed(name)} title={text.rename} testId="rename-run" onClick={() => setNaming(true)} />
          <Action
            icon={Download}
            label={text.downloadNamed(name)}
            title={text.download}
            testId="download-run"
            onClick={() => void actions.download(head)}
          />
          <Action
            icon={Trash2}
            label={text.removeNamed(name)}
            title={text.remove}
            testId="delete-run"
            onClick={() => void actions.remove(head)}
          />
        </span>
      </td>
    </tr>
  )
}

function Action(props: { icon: LucideIcon; label: string; title: string; testId: string; onClick: () => void }) {
  const { icon: Icon, label, title, testId, onClick } = props
  return (
    <button type="button" className={runs['tool']} aria-label={label} title={title} data-testid={testId} onClick={onClick}>
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
}

const LONGEST_NAME = 120

/** Whoever asked to rename goes on writing. */
const focusOnce = (field: HTMLInputElement | null) => field?.select()

/** Enter keeps the new name, Escape the old one. */
function Rename({ name, onDone }: { readonly name: string; readonly onDone: (next: string | null) => void }) {
  const text = useHostTexts().runsPage
  const [next, setNext] = useState(name)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    onDone(next.trim() === name ? null : next.trim())
  }
  return (
    <form onSubmit={save}>
      <input
        ref={focusOnce}
        className={css['filter']}
        aria-label={text.newName}
        maxLength={LONGEST_NAME}
        value={next}
        onChange={(event) => setNext(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
      />
    </form>
  )
}
