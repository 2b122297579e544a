import type { Tool } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import { Finding } from '../../../ui/finding.tsx'
import { Findings } from '../../../ui/findings.tsx'
import { JsonField } from '../response-format/json-field.tsx'
import { readJson } from '../response-format/read-json.ts'
import { useSettings } from '../use-settings.ts'
import { replaceTool } from './edited-tools.ts'
import { JsonFinding, jsonMarks } from './json-finding.tsx'
import { readRawTool } from './read-raw-tool.ts'
import css from './tools.module.css'
import { useUnsaved } from './use-unsaved.ts'

/** A tool that belongs to a provider, as the JSON that is sent. */
export function RawForm({ tool, at }: { readonly tool: Tool; readonly at: number }) {
  const say = useText('tools')
  const sayFault = useText('modelConfig')
  const { settings, change } = useSettings()
  const unsaved = useUnsaved()
  const text = unsaved.textOf(tool, 'raw') ?? JSON.stringify(tool, null, 2)
  const reading = readJson(text)
  const isTool = readRawTool(text) !== null
  const type = (next: string) => {
    const made = readRawTool(next)
    if (made === null || JSON.stringify(made) === JSON.stringify(tool)) return unsaved.type(tool, 'raw', next)
    unsaved.type(made, 'raw', next)
    change(replaceTool(settings, at, made))
  }
  return (
    <>
      <p className={css.help}>{say('rawHelp', { type: tool.type })}</p>
      <JsonField label={say('raw')} placeholder={say('raw')} value={text} onChange={type} marks={jsonMarks(reading, sayFault)} />
      <Findings>
        <JsonFinding text={text} reading={reading} />
        {reading.ok && !isTool && <Finding>{say('rawWrong')}</Finding>}
        {!isTool && <p className={css.help}>{say('rawKept')}</p>}
      </Findings>
    </>
  )
}
