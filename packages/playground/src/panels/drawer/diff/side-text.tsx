import { characterPieces } from '../odd-characters.ts'
import { numbered } from '../numbered.ts'
import css from './diff.module.css'
import type { Piece } from './difference.ts'

/** A line of one side: what only this side has is marked, with signs in it for what nobody would see. */
export function SideText({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'before' | 'after' }) {
  const Mark = side === 'before' ? 'del' : 'ins'
  return numbered(pieces).map(({ item: { text, isChanged }, number }) =>
    isChanged ? (
      <Mark key={number} className={css[side]}>
        {numbered(characterPieces(text)).map(({ item, number: place }) =>
          item.kind === 'text' ? (
            item.text
          ) : (
            <bdi key={place} className={css.sign}>
              {item.text}
            </bdi>
          ),
        )}
      </Mark>
    ) : (
      <span key={number}>{text}</span>
    ),
  )
}
