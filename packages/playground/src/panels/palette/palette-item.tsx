import { KeyHint } from '../../ui/key-hint.tsx'
import css from './palette.module.css'
import type { Found } from './use-palette-items.ts'

/** One line: what it is, its keys, and why it cannot be chosen. */
export function PaletteItem({ found }: { readonly found: Found }) {
  return (
    <span className={css.item}>
      <span className={css.words}>
        <bdi className={css.title}>{found.title}</bdi>
        {found.reason !== null && <span className={css.reason}>{found.reason}</span>}
        {found.kind === 'case' && (
          <bdi className={css.text} dir="auto">
            {found.text}
          </bdi>
        )}
      </span>
      {found.kind === 'command' && found.keys.length > 0 && (
        <span className={css.keys}>
          {found.keys.map((keys) => (
            <KeyHint key={keys} keys={keys} />
          ))}
        </span>
      )}
    </span>
  )
}
