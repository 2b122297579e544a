import type { Tool } from '@vitrine/contracts'
import { useMemo, useState } from 'react'
import { type Say, useText } from '../../../messages/use-text.ts'
import { Finding } from '../../../ui/finding.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { jsonFaultText } from '../response-format/fault-text.ts'
import { useSettings } from '../use-settings.ts'
import { isFunctionTool, toolName } from './function-tool.ts'
import { type Pasted, readPastedTools } from './read-pasted-tools.ts'
import css from './tools.module.css'

export interface PasteDialogProps {
  readonly onClose: () => void
  readonly onUse: (tools: readonly Tool[]) => void
}

/** Takes tools as they stand in somebody's code or request, and shows what becomes of them before anything changes. */
export function PasteDialog({ onClose, onUse }: PasteDialogProps) {
  const say = useText('tools')
  const sayFault = useText('modelConfig')
  const { settings } = useSettings()
  const [text, setText] = useState('')
  const isBlank = text.trim() === ''
  const pasted = useMemo(() => readPastedTools(text, settings), [text, settings])
  const found = pasted.ok ? pasted.tools : []
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={say('pasteTitle')}
      closeLabel={say('close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button kind="primary" disabled={!pasted.ok} onClick={() => pasted.ok && onUse(found.map(({ tool }) => tool))}>
            {say('pasteUse', { count: found.length })}
          </Button>
        </>
      }
    >
      <div className={css.paste}>
        <p className={css.help}>{say('pasteLead')}</p>
        <TextArea label={say('pasteField')} value={text} onChange={setText} mono dir="ltr" rows={10} invalid={!isBlank && !pasted.ok} />
        {!isBlank && !pasted.ok && <FieldError>{faultOf(pasted, say, sayFault)}</FieldError>}
        {pasted.ok && (
          <ul className={css.found} aria-label={say('pasteFound')}>
            {Array.from(found.entries(), ([at, { tool, renamedFrom, leftOut }]) => (
              <li key={`${at} ${toolName(tool)}`}>
                <bdi className={css.name}>{toolName(tool)}</bdi>
                {!isFunctionTool(tool) && <span className={css.help}>{say('pasteRaw')}</span>}
                {renamedFrom !== undefined && (
                  <p className={css.help}>{say('pasteRenamed', { from: renamedFrom, name: toolName(tool) })}</p>
                )}
                {leftOut.length > 0 && <Finding isWrong={false}>{say('pasteLeftOut', { names: leftOut.join(', ') })}</Finding>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

function faultOf(pasted: Extract<Pasted, { readonly ok: false }>, say: Say<'tools'>, sayFault: Say<'modelConfig'>): string {
  switch (pasted.fault) {
    case 'json':
      return sayFault('placed', { line: pasted.line, column: pasted.column, message: jsonFaultText(pasted.json, sayFault) })
    case 'item':
      return say('pasteItem', { number: pasted.number })
    case 'long':
      return say('pasteTooLong')
    case 'many':
      return say('pasteMany')
    case 'none':
      return say('pasteNone')
    default:
      return pasted satisfies never
  }
}
