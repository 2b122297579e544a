import { RotateCcw } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useText } from '../../messages/use-text.ts'
import { FieldError } from '../../ui/field-error.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import css from './settings.module.css'

const NOTHING: readonly string[] = []

export interface ParameterLineProps {
  readonly label: string
  /** Draws the control; `describedBy` names the sentences under it. */
  readonly children: (describedBy: string) => ReactNode
  /** What is wrong, a sentence each. */
  readonly wrong?: readonly string[]
  /** Why it is locked, or what it does. */
  readonly why?: string | undefined
  /** Absent where nothing is set. */
  readonly onReset?: (() => void) | undefined
}

/** A parameter: its name, its control, how to take it back, and in words why it is not as one might think. */
export function ParameterLine({ label, children, wrong = NOTHING, why, onReset }: ParameterLineProps) {
  const say = useText('modelConfig')
  const id = useId()
  return (
    <div className={css.parameter} role="group" aria-label={label}>
      <span className={css.label}>
        <span>{label}</span>
        {onReset && <IconButton size={24} iconSize={12} icon={RotateCcw} label={say('reset', { name: label })} onClick={onReset} />}
      </span>
      <div className={css.control}>{children(id)}</div>
      <div id={id} className={css.words}>
        {why !== undefined && <p className={css.why}>{why}</p>}
        {wrong.map((text) => (
          <FieldError key={text}>{text}</FieldError>
        ))}
      </div>
    </div>
  )
}
