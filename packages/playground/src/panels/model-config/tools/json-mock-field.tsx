import type { ToolMock } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import { Findings } from '../../../ui/findings.tsx'
import { JsonField } from '../response-format/json-field.tsx'
import { readJson } from '../response-format/read-json.ts'
import { JsonFinding, jsonMarks } from './json-finding.tsx'
import css from './tools.module.css'
import { useUnsaved } from './use-unsaved.ts'

export interface JsonMockFieldProps {
  readonly mock: Extract<ToolMock, { readonly type: 'json' }>
  readonly onChange: (mock: ToolMock) => void
}

/** A value that calls are answered with. What is no JSON leaves the last value in force. */
export function JsonMockField({ mock, onChange }: JsonMockFieldProps) {
  const say = useText('tools')
  const sayFault = useText('modelConfig')
  const unsaved = useUnsaved()
  const text = unsaved.textOf(mock, 'json') ?? JSON.stringify(mock.value, null, 2) ?? 'null'
  const reading = readJson(text)
  const type = (next: string) => {
    const read = readJson(next)
    if (!read.ok || JSON.stringify(read.value) === JSON.stringify(mock.value)) return unsaved.type(mock, 'json', next)
    const made: ToolMock = { type: 'json', value: read.value }
    unsaved.type(made, 'json', next)
    onChange(made)
  }
  return (
    <>
      <JsonField
        label={say('resultJsonField')}
        placeholder={say('resultJsonField')}
        value={text}
        onChange={type}
        marks={jsonMarks(reading, sayFault)}
      />
      {!reading.ok && (
        <Findings>
          <JsonFinding text={text} reading={reading} />
          <p className={css.help}>{say('resultJsonKept')}</p>
        </Findings>
      )}
    </>
  )
}
