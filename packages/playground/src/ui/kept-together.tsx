import { keptPieces } from './kept-pieces.ts'
import css from './kept-together.module.css'

/** Text in which no line ends inside a number such as KW-20418. */
export function KeptTogether({ text }: { readonly text: string }) {
  return keptPieces(text).map((piece) =>
    piece.isKept ? (
      <span key={piece.at} className={css.kept}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}
