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
  /** Leads to how the figure came about. */
  readonly onOpen?: () => void
}

export interface FiguresProps {
  readonly figures: readonly Figure[]
  readonly label: string
  readonly children?: ReactNode
  readonly className?: string | undefined
  /** Of the figures that lead somewhere. */
  readonly tabIndex?: number
}

/** The specimen label: one line of figures, value before unit. */
export function Figures({ figures, label, children, className, tabIndex }: FiguresProps) {
  return (
    <div className={classNames(css.figures, className)} data-testid="byline" role="group" aria-label={label}>
      {figures.map((figure) => (
        <bdi
          key={figure.name}
          title={figure.why}
          className={classNames(figure.thinking === true && css.thinking, figure.optional === true && css.optional)}
        >
          {figure.onOpen === undefined ? (
            <RichText area="output" text={figure.name} values={{ value: figure.value }} />
          ) : (
            <button type="button" className={css.way} tabIndex={tabIndex} onClick={figure.onOpen}>
              <RichText area="output" text={figure.name} values={{ value: figure.value }} />
            </button>
          )}
        </bdi>
      ))}
      {children}
    </div>
  )
}
