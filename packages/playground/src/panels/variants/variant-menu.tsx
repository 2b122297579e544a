import { useAtomValue } from 'jotai'
import { ChevronsLeft, Copy, Ellipsis, MoveLeft, MoveRight, Trash2 } from 'lucide-react'
import { variants as texts } from '../../messages/en/variants.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { MAX_VARIANTS } from '../../state/prompt.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'

/** What can be done with a variant beside others. */
export function VariantMenu({ variantId }: { readonly variantId: string }) {
  useLateTexts('variants', texts)
  const say = useText('variants')
  const { variants } = usePlayground().state.prompt
  const offerUndo = useUndoToast()
  const ids = useAtomValue(variants.idsAtom)
  const at = ids.indexOf(variantId)
  const letter = variantLetter(Math.max(0, at))
  return (
    <Menu align="end" trigger={<IconButton size={24} icon={Ellipsis} tooltip={false} label={say('menu', { letter })} />}>
      <MenuItem icon={Copy} disabled={ids.length >= MAX_VARIANTS} onSelect={() => variants.clone(variantId)}>
        {say('duplicate')}
      </MenuItem>
      <MenuItem icon={MoveLeft} disabled={at <= 0} onSelect={() => variants.move(variantId, at - 1)}>
        {say('moveBack')}
      </MenuItem>
      <MenuItem icon={MoveRight} disabled={at >= ids.length - 1} onSelect={() => variants.move(variantId, at + 1)}>
        {say('moveOn')}
      </MenuItem>
      <MenuItem icon={ChevronsLeft} disabled={at <= 0} onSelect={() => variants.move(variantId, 0)}>
        {say('makeFirst')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={Trash2}
        danger
        disabled={ids.length === 1}
        onSelect={() => {
          variants.remove(variantId)
          offerUndo(say('removed', { letter }))
        }}
      >
        {say('remove')}
      </MenuItem>
    </Menu>
  )
}
