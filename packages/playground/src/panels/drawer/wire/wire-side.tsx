import type { ReactNode } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { CodeView } from '../code-view.tsx'
import { CopyButton } from '../copy-button.tsx'
import box from '../drawer.module.css'
import css from './wire.module.css'

export interface WireSideProps {
  readonly label: string
  /** A title, or what chooses between parts. */
  readonly head: ReactNode
  /** What the copy button copies; without it there is none. */
  readonly copied?: string | undefined
  /** One more thing to do with it. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One half of an exchange: its head, and under it what went this way. */
export function WireSide({ label, head, copied, action, children }: WireSideProps) {
  return (
    <section className={css.side} aria-label={label}>
      <div className={css.sideHead}>
        {typeof head === 'string' ? <h3 className={box.heading}>{head}</h3> : head}
        <span className={box.grow} />
        {action}
        {copied !== undefined && <CopyButton text={copied} />}
      </div>
      {children}
    </section>
  )
}

export interface BodyProps {
  readonly label: string
  /** Null where none was received. */
  readonly text: string | null
  /** Said where there is none. */
  readonly none: string
}

/** A body as it went over the wire, or why there is none. */
export function Body({ label, text, none }: BodyProps) {
  const say = useText('drawer')
  if (text === null || text === '') return <p className={css.none}>{text === null ? none : say('noBody')}</p>
  return <CodeView text={text} label={label} />
}
