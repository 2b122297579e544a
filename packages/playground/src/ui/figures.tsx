import type { ReactNode } from 'react'
import { RichText } from '../messages/rich-text.tsx'
import type { TextKey } from '../messages/catalogue.ts'
import { classNames } from './class-names.ts'
import css from './figures.module.css'

export interface Figure {
  readonly name: TextKey<'output'>
  readonly value: ReactNode
  /** Where the number comes from and what it counts. */
  readonly why?: string | undefined
  /** Amber: tokens of thought. */
  readonly thinking?: boolean
  /** Left to the tooltip where the cell is narrow. */
  readonly optional?: boolean
}

export interface FiguresProps {
  readonly figures: readonly Figure[]
  readonly label: string
  readonly children?: ReactNode
  readonly className?: string | undefined
}

/** The specimen label: one line of figures, value before unit. */
export function Figures({ figures, label, children, className }: FiguresProps) {
  return (
    <div className={classNames(css.figures, className)} data-testid="byline" role="group" aria-label={label}>
      {figures.map((figure) => (
        <bdi
          key={figure.name}
          title={figure.why}
          className={classNames(figure.thinking === true && css.thinking, figure.optional === true && css.optional)}
        >
          <RichText area="output" text={figure.name} values={{ value: figure.value }} />
        </bdi>
      ))}
      {children}
    </div>
  )
}
