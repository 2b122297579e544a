import { classNames } from './class-names.ts'
import css from './variable-chip.module.css'

export interface VariableChipProps {
  readonly name: string
  /** `missing`: some case has no value. `never`: nothing fills it. */
  readonly state?: 'known' | 'missing' | 'never'
  readonly title?: string | undefined
}

/** A template variable, coloured as in the editor; the state is drawn as a rule too, never by colour alone. */
export function VariableChip({ name, state = 'known', title }: VariableChipProps) {
  return (
    <bdi dir="ltr" className={classNames(css.variable, css[state])} title={title}>
      {name}
    </bdi>
  )
}
