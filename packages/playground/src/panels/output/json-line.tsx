import { Fragment } from 'react'
import { KeptTogether } from '../../ui/kept-together.tsx'
import css from './json-line.module.css'
import { jsonPieces } from './json-pieces.ts'

export interface JsonLineProps {
  readonly text: string
  /** Of the members' names. */
  readonly nameClass?: string | undefined
}

/** JSON as running text: lines end before and after a name, not in it, and what came without spaces is drawn with room. */
export function JsonLine({ text, nameClass }: JsonLineProps) {
  const pieces = jsonPieces(text)
  return pieces.map(({ at, text: part, isKey }, index) => {
    if (!isKey) return <KeptTogether key={at} text={part} />
    const isAfterComma = pieces[index - 1]?.text.endsWith(',') === true
    const isBeforeValue = /^\S/.test(pieces[index + 1]?.text ?? '')
    return (
      <Fragment key={at}>
        {isAfterComma ? <Gap /> : <wbr />}
        <span className={nameClass}>{part}</span>
        {isBeforeValue ? <Gap /> : <wbr />}
      </Fragment>
    )
  })
}

const Gap = () => <span className={css.gap} aria-hidden="true" />
