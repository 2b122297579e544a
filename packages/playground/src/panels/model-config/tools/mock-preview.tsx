import { useCauseWords } from '../../../messages/cause-words.ts'
import { toldOfProblem } from '../../../messages/told-of.ts'
import { useText } from '../../../messages/use-text.ts'
import { FieldError } from '../../../ui/field-error.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { exampleArguments } from './example-arguments.ts'
import { type FunctionTool, functionOf } from './function-tool.ts'
import { mockResult } from './mock-result.ts'
import css from './tools.module.css'
import { useUnsaved } from './use-unsaved.ts'

export interface MockPreviewProps {
  readonly tool: FunctionTool
  readonly template: string
}

/** What an expression makes of some arguments: those that the schema allows, until somebody writes others. */
export function MockPreview({ tool, template }: MockPreviewProps) {
  const say = useText('tools')
  const causeWords = useCauseWords()
  const unsaved = useUnsaved()
  const text = unsaved.textOf(tool, 'arguments') ?? JSON.stringify(exampleArguments(functionOf(tool).parameters), null, 2)
  const result = mockResult(template, text)
  return (
    <div className={css.preview} data-part="mock-preview">
      <span className={css.label} aria-hidden="true">
        {say('tryWith')}
      </span>
      <TextArea
        label={say('tryWith')}
        mono
        dir="ltr"
        rows={Math.min(8, text.split('\n').length)}
        value={text}
        invalid={!result.ok && result.at === 'arguments'}
        onChange={(next) => unsaved.type(tool, 'arguments', next)}
      />
      {result.ok ? (
        <p className={css.result} role="status">
          <span className={css.label}>{say('tryResult')}</span>
          {result.text === '' ? <i>{say('tryEmpty')}</i> : <bdi className={css.answer}>{result.text}</bdi>}
        </p>
      ) : (
        <FieldError>{result.at === 'arguments' ? say('tryWrong') : causeWords(toldOfProblem(result.problem))}</FieldError>
      )}
    </div>
  )
}
