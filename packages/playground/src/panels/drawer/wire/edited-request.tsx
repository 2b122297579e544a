import { type ReactNode, useMemo } from 'react'
import { type Say, useText } from '../../../messages/use-text.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import { latePart } from '../../../ui/late-part.tsx'
import type { EditedProblem } from '../../../execution/send-edited.ts'
import type { JsonEditorProps } from '../../model-config/response-format/json-editor.tsx'
import { jsonFaultText } from '../../model-config/response-format/fault-text.ts'
import { placeAt, readJson } from '../../model-config/response-format/read-json.ts'
import { CodeView } from '../code-view.tsx'
import type { Edited } from './use-edited.ts'
import css from './wire.module.css'

const JsonEditor = latePart<JsonEditorProps & { readonly meanwhile: ReactNode }>(
  async () => (await import('../../model-config/response-format/json-editor.tsx')).JsonEditor,
  ({ meanwhile }) => meanwhile,
)
const NO_MARKS: readonly [] = []

/** A provider's request under somebody's hands. */
export function EditedRequestSide({ edited }: { readonly edited: Edited }) {
  const say = useText('drawer')
  const { current, reading } = edited
  const problem = reading?.ok === false ? reading.problem : null
  const said = useProblem(problem, current?.text ?? '')
  if (current === null) return null
  const isUnderWay = current.cell !== null && isActive(current.cell.state)
  return (
    <section
      className={css.side}
      aria-label={say('editedRequest')}
      data-testid="edited-request"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
        // The same keys begin a line in the editor, and run all cases elsewhere on the page.
        event.preventDefault()
        event.stopPropagation()
        edited.send()
      }}
    >
      <div className={css.editHead}>
        <p className={css.lead}>{say('editedLead')}</p>
        <div className={css.editActions}>
          <Button
            kind="primary"
            keys="$mod+Enter"
            {...(edited.canSend ? {} : { disabledReason: said ?? say('editedNoService') })}
            onClick={edited.send}
          >
            {say(current.cell === null ? 'sendEdited' : 'sendEditedAgain')}
          </Button>
          {isUnderWay && (
            <Button kind="stop" onClick={() => current.stop?.()}>
              {say('stop')}
            </Button>
          )}
          <Button onClick={edited.leave}>{say('backToForm')}</Button>
        </div>
        {said !== null && <FieldError>{said}</FieldError>}
      </div>
      <div className={css.editor}>
        <JsonEditor
          label={say('editedRequest')}
          value={current.text}
          placeholder=""
          marks={NO_MARKS}
          onChange={edited.edit}
          meanwhile={<CodeView text={current.text} label={say('requestBody')} />}
        />
      </div>
    </section>
  )
}

/** What keeps a text from being JSON, and where. */
function jsonProblem(text: string, say: Say<'modelConfig'>): string {
  const reading = readJson(text)
  return reading.ok ? '' : say('placed', { ...placeAt(text, reading.offset), message: jsonFaultText(reading.fault, say) })
}

function useProblem(problem: EditedProblem | null, text: string): string | null {
  const say = useText('drawer')
  const sayJson = useText('modelConfig')
  return useMemo(() => {
    if (problem === null) return null
    if (problem.kind === 'not-json') return say('editedNotJson', { message: jsonProblem(text, sayJson) })
    return problem.kind === 'folded' ? say('editedFolded', { what: problem.what }) : say('editedNotObject')
  }, [problem, text, say, sayJson])
}
