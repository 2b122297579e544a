import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useFrameSize } from '../frame/frame-size.ts'
import { ModelList } from './model-list.tsx'
import css from './model-picker.module.css'

export interface ModelChoiceProps {
  /** Over the list. */
  readonly title: string
  /** The name of the button. */
  readonly label: string
  readonly closeLabel: string
  readonly model: string
  readonly onChoose: (model: string) => void
  readonly size?: 24 | 28
  readonly align?: 'start' | 'end'
}

/** A model by its name, and the list to choose another from. */
export function ModelChoice({ title, label, closeLabel, model, onChoose, size = 24, align = 'end' }: ModelChoiceProps) {
  const isNarrow = useFrameSize() === 'small'
  const [isOpen, setOpen] = useState(false)
  const list = (
    <ModelList
      current={model}
      onChoose={(chosen) => {
        setOpen(false)
        onChoose(chosen)
      }}
    />
  )
  const button = (
    <Button
      size={size}
      endIcon={ChevronDown}
      aria-label={label}
      {...(isNarrow && { 'aria-haspopup': 'dialog', 'aria-expanded': isOpen, onClick: () => setOpen(true) })}
    >
      <bdi className={css.choice}>{model}</bdi>
    </Button>
  )
  if (!isNarrow)
    return (
      <Popover label={title} className={css.popover} align={align} open={isOpen} onOpenChange={setOpen} trigger={button}>
        {list}
      </Popover>
    )
  return (
    <>
      {button}
      <Sheet open={isOpen} onOpenChange={setOpen} title={title} closeLabel={closeLabel}>
        {list}
      </Sheet>
    </>
  )
}
