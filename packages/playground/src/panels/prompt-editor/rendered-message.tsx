import { useText } from '../../messages/use-text.ts'
import css from './prompt-editor.module.css'
import type { RenderedText } from './rendered-case.ts'

/** A message as the case makes it. */
export function RenderedMessage({ rendered }: { readonly rendered: RenderedText }) {
  const say = useText('promptEditor')
  if (rendered.kind === 'missing') return <p className={css.missing}>{say('renderMissing', { names: rendered.names.join(', ') })}</p>
  if (rendered.kind === 'problem') {
    const { line, column, message } = rendered
    return <p className={css.problem}>{line === null || column === null ? message : say('problem', { line, column, message })}</p>
  }
  return (
    <div className={css.rendered} dir="auto" data-part="rendered">
      {rendered.text === '' ? <span className={css.faint}>{say('emptyMessage')}</span> : rendered.text}
    </div>
  )
}
