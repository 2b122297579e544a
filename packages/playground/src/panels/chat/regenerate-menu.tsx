import type { ModelSettings } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { ModelList } from '../model-config/model-list.tsx'

export interface RegenerateMenuProps {
  readonly label: string
  /** The settings of the answer that stands there; null where nobody knows them. */
  readonly same: ModelSettings | null
  /** Whose settings are the current ones; all variants' where it is not said. */
  readonly variantId?: string
  readonly onRegenerate: (variantId: string, settings: ModelSettings) => void
}

/** Asks for another answer: with the settings of this one, with those of now, or with another model. */
export function RegenerateMenu({ label, same, variantId, onRegenerate }: RegenerateMenuProps) {
  const say = useText('conversation')
  const { bindings, state } = usePlayground()
  const all = useAtomValue(state.prompt.variants.listAtom)
  const [isChoosing, setChoosing] = useState(false)
  const variants = all
    .map(({ id, llmConfig }, index) => ({ id, llmConfig, letter: variantLetter(index) }))
    .filter(({ id }) => variantId === undefined || id === variantId)
  const [first] = variants
  if (bindings.service === undefined || first === undefined) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button kind="quiet" size={24} icon={RotateCcw} aria-label={label}>
            {say('regenerate')}
          </Button>
        }
      >
        <MenuItem disabled={same === null} onSelect={() => same !== null && onRegenerate(first.id, same)}>
          {same === null ? say('sameSettingsUnknown') : say('sameSettings', { model: same.model })}
        </MenuItem>
        {variants.map(({ id, letter, llmConfig }) => (
          <MenuItem key={id} onSelect={() => onRegenerate(id, llmConfig)}>
            {variants.length === 1
              ? say('currentSettings', { model: llmConfig.model })
              : say('variantSettings', { letter, model: llmConfig.model })}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setChoosing(true)}>{say('otherModel')}</MenuItem>
      </Menu>
      <Dialog open={isChoosing} onOpenChange={setChoosing} title={say('chooseModel')} closeLabel={say('close')}>
        <ModelList
          current={(same ?? first.llmConfig).model}
          onChoose={(model) => {
            setChoosing(false)
            onRegenerate(first.id, { ...first.llmConfig, model })
          }}
        />
      </Dialog>
    </>
  )
}
