import { Activity, CircleCheck, CodeXml, Copy, Maximize2, RotateCcw } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { isActive } from '../../state/cell-lifecycle.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import css from './output-tools.module.css'
import { useOutputActions } from './use-output-actions.ts'
import { latePart } from '../../ui/late-part.tsx'

const NoteTools = latePart(async () => (await import('../drawer/notes/note-tools.tsx')).NoteTools)

export interface OutputToolsProps {
  readonly at: OutputRef
  readonly cell: Cell
  readonly tabIndex: number
  /** On a card they always stand there: without a box of their own, and with room for a thumb. */
  readonly isOnCard?: boolean
}

/** Over the corner of an output that the pointer or the cursor is on. */
export function OutputTools({ at, cell, tabIndex, isOnCard = false }: OutputToolsProps) {
  const say = useText('output')
  const { panels } = usePlayground()
  const actions = useOutputActions(at)
  const hasRun = cell.runId !== null
  const hasText = cell.text !== '' || cell.refusal !== '' || cell.toolCalls.length > 0
  const tools = [
    panels.Drawer && hasRun && { label: say('expand'), icon: Maximize2, act: () => actions.open('output') },
    !isActive(cell.state) && { label: say(hasRun ? 'rerun' : 'run'), icon: RotateCcw, act: actions.rerun },
    cell.state === 'done' && cell.text !== '' && { label: say('addAsExpected'), icon: CircleCheck, act: actions.expect },
    hasText && { label: say('copy'), icon: Copy, act: actions.copy },
    panels.Drawer && hasRun && { label: say('wire'), icon: CodeXml, act: () => actions.open('wire') },
    panels.Drawer && hasRun && { label: say('trace'), icon: Activity, act: () => actions.open('trace') },
  ].filter((tool) => typeof tool === 'object')
  if (tools.length === 0) return null
  return (
    <div className={classNames(css.tools, isOnCard ? css.onCard : css.floating)} role="toolbar" aria-label={say('actions')}>
      {tools.map(({ label, icon, act }) => (
        <IconButton
          key={label}
          size={isOnCard ? 32 : 24}
          iconSize={14}
          icon={icon}
          label={label}
          title={label}
          tooltip={false}
          tabIndex={tabIndex}
          onClick={act}
        />
      ))}
      {hasRun && !isActive(cell.state) && <NoteTools at={at} tabIndex={tabIndex} isOnCard={isOnCard} />}
    </div>
  )
}
