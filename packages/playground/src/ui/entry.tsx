import { type ComponentProps, type KeyboardEvent, type ReactNode, useId } from 'react'
import css from './entry.module.css'
import { OpenMark } from './open-mark.tsx'

export interface EntryProps extends Omit<ComponentProps<'li'>, 'className' | 'onKeyDown' | 'onToggle'> {
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** What is said of it while it is closed, too. */
  readonly line: ReactNode
  /** What opening it is called, where its line does not say so. */
  readonly openLabel?: string
  /** Keys on its line. */
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** What can be done with it, at the end of its line. */
  readonly end: ReactNode
}

/** One of several things that are set up in a list: a line, and its fields once that is opened. */
export function Entry({ isOpen, onToggle, line, openLabel, onKeyDown, end, children, ...rest }: EntryProps) {
  const id = useId()
  return (
    <li {...rest} className={css.entry}>
      <div className={css.line}>
        <button
          type="button"
          className={css.opener}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={openLabel}
          onClick={onToggle}
          onKeyDown={onKeyDown}
        >
          <OpenMark isOpen={isOpen} />
          {line}
        </button>
        {end}
      </div>
      <div id={id} hidden={!isOpen} className={css.fields}>
        {isOpen && children}
      </div>
    </li>
  )
}
