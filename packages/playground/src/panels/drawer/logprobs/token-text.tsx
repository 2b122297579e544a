import { classNames } from '../../../ui/class-names.ts'
import { numbered } from '../numbered.ts'
import { characterPieces } from '../odd-characters.ts'
import { bytesOf, hexOf } from './token-bytes.ts'
import css from './logprobs.module.css'

/** A token inside of its text: as it is, with signs for what nobody would see. The end of a line ends the line. */
export function TokenText({ text }: { readonly text: string }) {
  const bytes = bytesOf(text)
  if (bytes !== null) return <bdi className={classNames(css.sign, css.wide)}>{hexOf(bytes)}</bdi>
  if (text === '') return <bdi className={css.sign}>∅</bdi>
  return numbered(characterPieces(text)).map(({ item: { kind, text: held }, number }) =>
    kind === 'text' ? (
      held
    ) : (
      <span key={number}>
        <bdi className={classNames(css.sign, held.length > 1 && css.wide)}>{held}</bdi>
        {held === '↵' && '\n'}
      </span>
    ),
  )
}
