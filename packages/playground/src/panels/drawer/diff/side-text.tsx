import { numbered } from '../numbered.ts'
import { characterPieces } from '../odd-characters.ts'
import css from './diff.module.css'
import type { Piece } from './difference.ts'

/** They turn the text around them, so that a line could look like what it is not. */
const TURNS_TEXT = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** A line of one side: what only this side has is marked, with signs in it for what nobody would see. */
export function SideText({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'before' | 'after' }) {
  const Mark = side === 'before' ? 'del' : 'ins'
  return numbered(pieces).map(({ item: { text, isChanged }, number }) =>
    isChanged ? (
      <Mark key={number} className={css[side]}>
        <Signed text={text} />
      </Mark>
    ) : (
      <span key={number}>{TURNS_TEXT.test(text) ? <Signed text={text} /> : text}</span>
    ),
  )
}

const Signed = ({ text }: { readonly text: string }) =>
  numbered(characterPieces(text)).map(({ item, number }) =>
    item.kind === 'text' ? (
      item.text
    ) : (
      <bdi key={number} className={css.sign}>
        {item.text}
      </bdi>
    ),
  )
