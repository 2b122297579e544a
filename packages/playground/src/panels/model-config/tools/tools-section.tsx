import { ClipboardPaste, Plus } from 'lucide-react'
import { useState } from 'react'
import { tools as texts } from '../../../messages/en/tools.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { useReasonWords } from '../../../messages/reason-words.ts'
import { useText } from '../../../messages/use-text.ts'
import { useModel } from '../../../queries/use-models.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import { Section } from '../../../ui/section.tsx'
import { useKeptFocus } from '../../../ui/use-kept-focus.ts'
import { useFieldNotes } from '../use-field-notes.ts'
import { useSettings } from '../use-settings.ts'
import { addTools, newTool, toolsOf } from './edited-tools.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { ToolChoiceLine } from './tool-choice-line.tsx'
import { ToolList } from './tool-list.tsx'
import { toolsRefusal } from './tool-locks.ts'
import { ToolRounds } from './tool-rounds.tsx'
import css from './tools.module.css'

/** The tools that a model may call, and what their calls are answered with. */
export function ToolsSection() {
  useLateTexts('tools', texts)
  const say = useText('tools')
  const reasonWords = useReasonWords()
  const { settings, change } = useSettings()
  const refusal = toolsRefusal(settings, useModel(settings.model))
  const notes = useFieldNotes()
  const [openAt, setOpenAt] = useState<number | null>(null)
  const [isPasting, setPasting] = useState(false)
  const kept = useKeptFocus<HTMLElement>((element) => element.querySelector('button'))
  const tools = toolsOf(settings)
  const locked = refusal === null ? undefined : say('lockedAdd', { reason: reasonWords(refusal) })
  const refused = ['tools', 'toolChoice', 'toolLoop'].flatMap((name) => notes.get(name) ?? [])
  return (
    <Section
      {...kept}
      title={say('tools')}
      data-part="tools"
      end={
        <span className={css.headActions}>
          <Button
            size={24}
            kind="quiet"
            icon={ClipboardPaste}
            aria-label={say('pasteLong')}
            disabledReason={locked}
            onClick={() => setPasting(true)}
          >
            {say('paste')}
          </Button>
          <Button
            size={24}
            kind="quiet"
            icon={Plus}
            aria-label={say('addLong')}
            disabledReason={locked}
            onClick={() => {
              change(addTools(settings, [newTool(tools)]))
              setOpenAt(tools.length)
            }}
          >
            {say('add')}
          </Button>
        </span>
      }
    >
      {tools.length === 0 && <p className={css.help}>{locked ?? say('none')}</p>}
      {tools.length > 0 && refusal !== null && <FieldError>{say('locked', { reason: reasonWords(refusal) })}</FieldError>}
      {refused.map((message) => (
        <FieldError key={message}>{say('refused', { message })}</FieldError>
      ))}
      <ToolList openAt={openAt} onOpen={setOpenAt} />
      {tools.length > 0 && (
        <>
          <ToolChoiceLine />
          <ToolRounds />
        </>
      )}
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onUse={(added) => {
            setPasting(false)
            change(addTools(settings, added))
          }}
        />
      )}
    </Section>
  )
}
