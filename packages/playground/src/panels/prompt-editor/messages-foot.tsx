import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { EditorFacts } from './template-editor/editor-facts.ts'
import css from './prompt-editor.module.css'
import { variableSummary } from './variable-summary.ts'

export interface MessagesFootProps {
  readonly view: 'template' | 'rendered'
  readonly onView: (view: 'template' | 'rendered') => void
  /** The case that would be rendered; null where there is none. */
  readonly caseNumber: number | null
  readonly facts: EditorFacts
}

/** Template or case, and how its variables are filled. */
export function MessagesFoot({ view, onView, caseNumber, facts }: MessagesFootProps) {
  const say = useText('promptEditor')
  const { state } = usePlayground()
  const { variables } = useAtomValue(state.prompt.draftAtom)
  const filled = useAtomValue(state.rows.filledAtom)
  const rows = useAtomValue(state.rows.idsAtom).length
  const summary = variableSummary(variables, facts, filled, rows)
  return (
    <footer className={css.foot}>
      <Segmented
        label={say('view')}
        size={24}
        value={view}
        options={[
          { value: 'template', label: say('template') },
          {
            value: 'rendered',
            label: caseNumber === null ? say('noCase') : say('renderedFor', { number: caseNumber }),
            disabledReason: caseNumber === null ? say('noCaseWhy') : undefined,
          },
        ]}
        onChange={onView}
      />
      <span className={css.grow} />
      <span className={css.summary} data-kind={summary.kind}>
        {summary.kind === 'all' && say('variables', { count: summary.count })}
        {summary.kind === 'missing' && say('missing', { name: summary.name, rows: summary.rows })}
        {summary.kind === 'never' && say('never', { name: summary.name })}
      </span>
    </footer>
  )
}
