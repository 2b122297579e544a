import { useMemo, useState } from 'react'
import { extraJson as texts } from '../../../messages/en/extra-json.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { type Say, useText } from '../../../messages/use-text.ts'
import { Finding } from '../../../ui/finding.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import type { JsonMark } from '../response-format/create-json-editor.ts'
import { jsonFaultText } from '../response-format/fault-text.ts'
import { JsonField } from '../response-format/json-field.tsx'
import { placeAt } from '../response-format/read-json.ts'
import settingsCss from '../settings.module.css'
import { SettingsSection } from '../settings-section.tsx'
import { useFieldNotes } from '../use-field-notes.ts'
import { useSettings } from '../use-settings.ts'
import css from './extra-json.module.css'
import { type ExtraFinding, extraText, readExtra } from './read-extra.ts'

/** What is being typed, and the fields that stood in force then: once others do, the text is theirs again. */
interface Typed {
  readonly text: string
  readonly inForce: string
}

/** Fields for the provider that no control is there for. A text with a mistake leaves the last good one in force. */
export function ExtraJson() {
  useLateTexts('extraJson', texts)
  const say = useText('extraJson')
  const sayJson = useText('modelConfig')
  const { settings, change } = useSettings()
  const refused = useFieldNotes().get('extraBody')
  const [typed, setTyped] = useState<Typed | null>(null)
  const inForce = extraText(settings.extraBody)
  const text = typed !== null && typed.inForce === inForce ? typed.text : inForce
  const { fields, findings } = useMemo(() => readExtra(text, settings), [text, settings])
  const severity = fields === null ? 'error' : 'warning'
  const marks = useMemo(
    () => findings.map(({ finding, offset }): JsonMark => ({ offset, severity, message: findingText(finding, say, sayJson) })),
    [findings, severity, say, sayJson],
  )
  const type = (next: string) => {
    const { fields: read } = readExtra(next, settings)
    const extraBody = read === null || Object.keys(read).length === 0 ? undefined : read
    const isSame = read === null || extraText(extraBody) === inForce
    setTyped({ text: next, inForce: isSame ? inForce : extraText(extraBody) })
    if (!isSame) change({ extraBody })
  }
  const count = Object.keys(settings.extraBody ?? {}).length
  return (
    <SettingsSection
      title={say('title')}
      summary={count === 0 ? say('notSent') : say('fields', { count })}
      demands={refused !== undefined || fields === null}
    >
      <div className={css.extra} data-part="extra-json">
        <p className={settingsCss.why}>{say('help')}</p>
        <JsonField label={say('field')} placeholder={'{ "top_k": 40 }'} value={text} onChange={type} marks={marks} />
        <div className={css.findings} role="status">
          {findings.slice(0, 4).map(({ finding, offset }) => (
            <Finding key={offset} isWrong={fields === null}>
              {sayJson('placed', { ...placeAt(text, offset), message: findingText(finding, say, sayJson) })}
            </Finding>
          ))}
          {fields === null && <p className={settingsCss.why}>{say('kept')}</p>}
        </div>
        {refused !== undefined && <FieldError>{say('refused', { message: refused })}</FieldError>}
      </div>
    </SettingsSection>
  )
}

function findingText(finding: ExtraFinding, say: Say<'extraJson'>, sayJson: Say<'modelConfig'>): string {
  switch (finding.kind) {
    case 'json':
      return jsonFaultText(finding.fault, sayJson)
    case 'no-object':
      return say('noObject')
    default:
      return say('replaces', { name: finding.name })
  }
}
