import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfProblem } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import css from './prompt-editor.module.css'
import type { RenderedText } from './rendered-case.ts'

/** A message as the case makes it. */
export function RenderedMessage({ rendered }: { readonly rendered: RenderedText }) {
  const say = useText('promptEditor')
  const causeWords = useCauseWords()
  if (rendered.kind === 'missing') return <p className={css.missing}>{say('renderMissing', { names: rendered.names.join(', ') })}</p>
  if (rendered.kind === 'problem') {
    const { position } = rendered.problem
    const message = causeWords(toldOfProblem(rendered.problem))
    return <p className={css.problem}>{position ? say('problem', { line: position.line, column: position.column, message }) : message}</p>
  }
  return (
    <div className={css.rendered} dir="auto" data-part="rendered">
      {rendered.text === '' ? <span className={css.faint}>{say('emptyMessage')}</span> : rendered.text}
    </div>
  )
}
