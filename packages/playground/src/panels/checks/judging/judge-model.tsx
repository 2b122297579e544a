import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { useModel, useModels } from '../../../queries/use-models.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextButton } from '../../../ui/text-button.tsx'
import { useFrameSize } from '../../frame/frame-size.ts'
import { ModelList } from '../../model-config/model-list.tsx'
import picker from '../../model-config/model-picker.module.css'
import css from '../checks.module.css'

export interface JudgeModelProps {
  /** Undefined is the service's own choice. */
  readonly model: string | undefined
  readonly onChange: (model: string | undefined) => void
}

/** Who judges: a model of the list, any name, or the one that the service begins with. */
export function JudgeModel({ model, onChange }: JudgeModelProps) {
  const say = useText('checks')
  const { data } = useModels()
  const usual = data?.defaultModelId ?? ''
  const known = useModel(model ?? usual)
  const isNarrow = useFrameSize() === 'small'
  const [isOpen, setOpen] = useState(false)
  const name = model ?? usual
  const list = (
    <ModelList
      current={name}
      onChoose={(chosen) => {
        setOpen(false)
        onChange(chosen)
      }}
    />
  )
  const button = (
    <Button
      size={24}
      endIcon={ChevronDown}
      aria-label={say('judgeModelIs', { model: name })}
      {...(isNarrow && { 'aria-haspopup': 'dialog', 'aria-expanded': isOpen, onClick: () => setOpen(true) })}
    >
      <bdi className={css.chipText}>{name}</bdi>
    </Button>
  )
  return (
    <div className={css.amount}>
      <span aria-hidden="true">{say('judgeModel')}</span>
      <span className={css.judgeModel}>
        {isNarrow ? (
          <>
            {button}
            <Sheet open={isOpen} onOpenChange={setOpen} title={say('judgeModel')} closeLabel={say('close')}>
              {list}
            </Sheet>
          </>
        ) : (
          <Popover label={say('judgeModel')} className={picker.popover} align="end" open={isOpen} onOpenChange={setOpen} trigger={button}>
            {list}
          </Popover>
        )}
        {model !== undefined && <TextButton onClick={() => onChange(undefined)}>{say('judgeUsual')}</TextButton>}
      </span>
      {known !== null && !known.usable && <p className={css.error}>{known.unusableReason}</p>}
    </div>
  )
}
