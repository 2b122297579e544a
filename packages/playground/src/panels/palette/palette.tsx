import { useAtomValue } from 'jotai'
import { useRef, useState } from 'react'
import type { CommandContext } from '../../commands/command.ts'
import { withRecent } from '../../commands/rank-commands.ts'
import { showCase } from '../../commands/show-case.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { MOST_RECENT } from '../../settings/settings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SearchList } from '../../ui/search-list.tsx'
import { PaletteItem } from './palette-item.tsx'
import css from './palette.module.css'
import { type Found, usePaletteItems } from './use-palette-items.ts'

export interface PaletteProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly contextOf: () => CommandContext
}

/** Every command by its name, and every case by its number or its words. */
export function Palette({ open, onClose, contextOf }: PaletteProps) {
  const say = useText('commands')
  const sayFrame = useText('frame')
  const chosen = useRef<Found | null>(null)
  const { settings } = usePlayground()
  const choose = (found: Found) => {
    chosen.current = found
    onClose()
  }
  /** What was chosen may put the focus somewhere: it happens once the dialog has given it back. */
  const act = () => {
    const found = chosen.current
    chosen.current = null
    if (found === null) return
    requestAnimationFrame(() => {
      const context = contextOf()
      if (found.kind === 'case') showCase(context, found.rowId)
      else if (found.kind === 'message') context.goTo({ kind: 'message', index: found.index })
      else {
        const { recent } = context.get(settings.atom)
        settings.change({ recent: withRecent(recent, found.command.id, MOST_RECENT) })
        found.command.run?.(context)
      }
    })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      onClosed={act}
      title={say('palette')}
      closeLabel={sayFrame('close')}
      form="top"
      data-testid="palette-dialog"
    >
      {open && <Entries context={contextOf()} onChoose={choose} />}
    </Dialog>
  )
}

/** Drawn anew with every opening: what is asked of the mount then holds for as long as it is open. */
function Entries({ context: opening, onChoose }: { readonly context: CommandContext; readonly onChoose: (found: Found) => void }) {
  const say = useText('commands')
  const [context] = useState(opening)
  const { settings } = usePlayground()
  const { recent } = useAtomValue(settings.atom)
  const find = usePaletteItems(context, recent)
  return (
    <div className={css.entries}>
      <SearchList
        label={say('find')}
        placeholder={say('findHint')}
        items={[]}
        find={find}
        keyOf={(found) => found.key}
        textOf={(found) => found.title}
        groupOf={(found) => found.group}
        isDisabled={(found) => found.reason !== null}
        reachesDisabled
        onSelect={onChoose}
        renderItem={(found) => <PaletteItem found={found} />}
        empty={say('nothing')}
      />
    </div>
  )
}
