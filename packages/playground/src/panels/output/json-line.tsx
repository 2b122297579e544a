import { Fragment } from 'react'
import { KeptTogether } from '../../ui/kept-together.tsx'
import { jsonPieces } from './json-pieces.ts'

export interface JsonLineProps {
  readonly text: string
  /** Of the members' names. */
  readonly nameClass?: string | undefined
}

/** JSON as running text: lines end before and after a name, not in it. */
export function JsonLine({ text, nameClass }: JsonLineProps) {
  return jsonPieces(text).map((piece) =>
    piece.isKey ? (
      <Fragment key={piece.at}>
        <wbr />
        <span className={nameClass}>{piece.text}</span>
        <wbr />
      </Fragment>
    ) : (
      <KeptTogether key={piece.at} text={piece.text} />
    ),
  )
}
