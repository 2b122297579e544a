import { MessageSquare } from 'lucide-react'
import { useSetAtom } from 'jotai'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import type { OutputRef } from '../../../state/output-ref.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import css from './notes.module.css'
import { RATINGS } from './rating-words.ts'
import { useNote } from './use-note.ts'

export interface NoteToolsProps {
  readonly at: OutputRef
  readonly tabIndex: number
  readonly isOnCard: boolean
}

/** Among the tools of an output: to say whether its answer is good, and to write a note. A card has room for the way to both. */
export function NoteTools({ at, tabIndex, isOnCard }: NoteToolsProps) {
  const edited = useNote(at)
  const say = useText('notes')
  const { panels, state } = usePlayground()
  const setDrawer = useSetAtom(state.view.drawerAtom)
  if (edited === null) return null
  const ratings = isOnCard ? [] : RATINGS
  const shared = { size: isOnCard ? 32 : 24, iconSize: 14, tooltip: false, tabIndex } as const
  return (
    <>
      {ratings.map(({ rating, icon, act }) => (
        <IconButton
          key={rating}
          {...shared}
          icon={icon}
          label={say(act)}
          title={say(act)}
          aria-pressed={edited.note.rating === rating}
          className={css.rate}
          onClick={() => edited.rate(rating)}
        />
      ))}
      {panels.Drawer && (
        <IconButton
          {...shared}
          icon={MessageSquare}
          label={say(isOnCard ? 'rateAndWrite' : 'write')}
          title={say(isOnCard ? 'rateAndWrite' : 'write')}
          onClick={() => setDrawer({ rowId: at.rowId, variantId: at.variantId, tab: 'notes' })}
        />
      )}
    </>
  )
}
