import { useAtomValue } from 'jotai'
import { ArrowLeft, ArrowRight, ListRestart } from 'lucide-react'
import { forgetColumnOrder, moveColumn } from '../../columns/column-actions.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { hasColumnOrder } from '../../state/column-order.ts'
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'

const LEFT = { text: 'moveLeft', icon: ArrowLeft, keys: 'Alt+ArrowLeft' } as const
const RIGHT = { text: 'moveRight', icon: ArrowRight, keys: 'Alt+ArrowRight' } as const

/** Past the column before and the one behind, by the sides that those are on, and back to where the columns stand by themselves. */
export function MoveItems({ column }: { readonly column: string }) {
  const say = useText('columns')
  const { state, root } = usePlayground()
  const offerUndo = useUndoToast()
  const drawn = useAtomValue(state.rows.columnsAtom)
  const hasOrder = hasColumnOrder(useAtomValue(state.rows.settingsAtom))
  const at = drawn.findIndex(({ id }) => id === column)
  const [before, behind] = root?.dir === 'rtl' ? [RIGHT, LEFT] : [LEFT, RIGHT]
  return (
    <>
      <MenuItem icon={before.icon} keys={before.keys} disabled={at <= 0} onSelect={() => moveColumn(state, column, at - 1)}>
        {say(before.text)}
      </MenuItem>
      <MenuItem icon={behind.icon} keys={behind.keys} disabled={at === drawn.length - 1} onSelect={() => moveColumn(state, column, at + 1)}>
        {say(behind.text)}
      </MenuItem>
      {hasOrder && (
        <MenuItem
          icon={ListRestart}
          onSelect={() => {
            forgetColumnOrder(state)
            offerUndo(say('inOrderOfUse'))
          }}
        >
          {say('orderOfUse')}
        </MenuItem>
      )}
      <MenuSeparator />
    </>
  )
}
