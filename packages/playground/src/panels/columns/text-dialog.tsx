import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { typedValue } from '../../state/column-value.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { jsonFaultText } from '../model-config/response-format/fault-text.ts'
import type { JsonEditorProps } from '../model-config/response-format/json-editor.tsx'
import { readJson } from '../model-config/response-format/read-json.ts'
import { TokenEstimate } from '../prompt-editor/token-estimate.tsx'
import type { CellDialogProps } from './cell-dialog-props.ts'
import css from './columns.module.css'
import { TypedFault } from './typed-fault.tsx'

/** The editor comes after the dialog has looked for something to focus. */
const focusEditor = (element: HTMLElement | null): void => {
  requestAnimationFrame(() => element?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus())
}

const JsonEditor = latePart(
  async () => {
    const { JsonEditor: Editor } = await import('../model-config/response-format/json-editor.tsx')
    return (props: JsonEditorProps) => (
      <div ref={focusEditor} className={css.json}>
        <Editor {...props} />
      </div>
    )
  },
  ({ label, value, onChange }) => <TextArea label={label} value={value} onChange={onChange} mono dir="ltr" className={css.large} />,
)

export interface TextDialogProps extends CellDialogProps {
  readonly type: 'text' | 'number' | 'json'
  readonly value: string
}

/** JSON over several lines; null where the text is none, or where writing it anew would change a number. */
function formatted(text: string): string | null {
  if (!typedValue('json', text).ok) return null
  return JSON.stringify(JSON.parse(text), null, 2)
}

/** A long value, with room for it. Nothing changes before it is saved. */
export function TextDialog({ rowId, column, name, number, type, value, typed, onClose }: TextDialogProps) {
  const say = useText('columns')
  const sayFrame = useText('frame')
  const sayJson = useText('modelConfig')
  const { rows } = usePlayground().state
  const [text, setText] = useState(typed ?? value)
  const [isOpen, setOpen] = useState(true)
  const read = typedValue(type, text)
  const fault = read.ok || text === '' ? null : read.fault
  const laidOut = type === 'json' ? formatted(text) : null
  const label = say('edit', { name, number })
  const json = type === 'json' && fault === 'not-json' ? readJson(text) : null
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      onClosed={onClose}
      title={label}
      closeLabel={sayFrame('close')}
      wide
      data-testid="cell-dialog"
      actions={
        <>
          <TokenEstimate text={text} />
          {type === 'json' && (
            <Button kind="quiet" disabled={laidOut === null || laidOut === text} onClick={() => laidOut !== null && setText(laidOut)}>
              {say('format')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {sayFrame('cancel')}
          </Button>
          <Button
            kind="primary"
            onClick={() => {
              if (text !== value) rows.editValue(rowId, column, text)
              setOpen(false)
            }}
          >
            {say('save')}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        {type === 'json' ? (
          <JsonEditor
            label={label}
            placeholder=""
            value={text}
            onChange={setText}
            marks={json?.ok === false ? [{ offset: json.offset, severity: 'error', message: jsonFaultText(json.fault, sayJson) }] : []}
          />
        ) : (
          <TextArea label={label} value={text} onChange={setText} className={css.large} mono={type === 'number'} />
        )}
        {fault !== null && <TypedFault fault={fault} value={text} />}
      </div>
    </Dialog>
  )
}
