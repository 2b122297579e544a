import { Caret } from '../../ui/caret.tsx'
import { classNames } from '../../ui/class-names.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import { JsonLine } from './json-line.tsx'
import { looksLikeJson, onOneLine } from './json-pieces.ts'
import css from './output-text.module.css'

/** More than a cell can show; the whole is in the details. */
const HEAD = 1500
const TAIL = 800

export interface OutputTextProps {
  readonly text: string
  /** Shows the end of the text, with a caret, instead of its beginning. */
  readonly isStreaming?: boolean
  readonly tone?: 'plain' | 'muted'
}

/** The text of an output, cut to the lines that the density gives. JSON is set in mono with quiet names; prose as prose. */
export function OutputText({ text, isStreaming = false, tone = 'plain' }: OutputTextProps) {
  const isJson = looksLikeJson(text)
  const shown = isStreaming ? text.slice(-TAIL) : text.slice(0, HEAD)
  const content = isJson ? <JsonLine text={onOneLine(shown)} nameClass={css.key} /> : <KeptTogether text={shown} />
  return (
    <div
      dir={isJson ? 'ltr' : 'auto'}
      data-testid="output-text"
      className={classNames(css.text, isJson ? css.json : css.prose, isStreaming ? css.tail : css.clamp, tone === 'muted' && css.muted)}
    >
      {isStreaming ? (
        <div>
          {content}
          <Caret />
        </div>
      ) : (
        content
      )}
    </div>
  )
}
