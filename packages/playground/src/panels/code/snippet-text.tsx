import { useMemo } from 'react'
import type { Snippet } from '../../code/snippet.ts'
import { useText } from '../../messages/use-text.ts'
import { numbered } from '../drawer/numbered.ts'
import css from './code.module.css'
import { snippetLines } from './snippet-lines.ts'

/** A program with line numbers, which nobody copies along. */
export function SnippetText({ snippet: { code, syntax } }: { readonly snippet: Extract<Snippet, { readonly ok: true }> }) {
  const say = useText('code')
  const lines = useMemo(() => snippetLines(code, syntax), [code, syntax])
  return (
    <>
      <pre className={css.program} role="group" aria-label={say('snippet')} tabIndex={0} dir="ltr">
        {numbered(lines).map(({ item: { pieces, hidden }, number }) => (
          <span key={number} className={css.line}>
            {numbered(pieces).map(({ item: { kind, text }, number: place }) =>
              kind === 'plain' ? (
                text
              ) : (
                <span key={place} className={css[kind]}>
                  {text}
                </span>
              ),
            )}
            {hidden > 0 && <span className={css.cut}>… {say('cut', { count: hidden })}</span>}
            {'\n'}
          </span>
        ))}
      </pre>
      {lines.some(({ hidden }) => hidden > 0) && <p className={css.small}>{say('cutNote')}</p>}
    </>
  )
}
