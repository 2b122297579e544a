import { useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Finding } from '../../../ui/finding.tsx'
import { Findings } from '../../../ui/findings.tsx'
import type { JsonMark } from '../response-format/create-json-editor.ts'
import { faultText, placedText } from '../response-format/fault-text.ts'
import { JsonField } from '../response-format/json-field.tsx'
import { readSchema, schemaText } from '../response-format/schema-draft.ts'
import { type FunctionTool, functionOf } from './function-tool.ts'
import { takesObject } from './tool-faults.ts'
import css from './tools.module.css'

export interface ParametersFieldProps {
  readonly tool: FunctionTool
  /** As it is being typed; undefined where that is what the tool has. */
  readonly text: string | undefined
  /** What is typed is not the tool's: it is wrong, or the same in other words. */
  readonly onType: (text: string) => void
  readonly onChange: (parameters: Readonly<Record<string, unknown>> | undefined, text: string) => void
}

const AT_MOST = 4

/** The schema of a function's arguments; blank is none. */
export function ParametersField({ tool, text: typed, onType, onChange }: ParametersFieldProps) {
  const say = useText('tools')
  const sayFault = useText('modelConfig')
  const { parameters, strict = false } = functionOf(tool)
  const text = typed ?? (parameters === undefined ? '' : schemaText(parameters))
  const isBlank = text.trim() === ''
  const draft = useMemo(() => readSchema(text, strict), [text, strict])
  const problems = isBlank ? [] : draft.problems
  const isWrong = !isBlank && draft.schema === null
  const marks = problems.map((problem): JsonMark => ({
    offset: problem.offset,
    severity: isWrong ? 'error' : 'warning',
    message: faultText(problem, sayFault),
  }))
  const type = (next: string) => {
    const isNone = next.trim() === ''
    const { schema } = readSchema(next, strict)
    const isSame = isNone ? parameters === undefined : schema === null || JSON.stringify(schema) === JSON.stringify(parameters)
    if (isSame) onType(next)
    else onChange(isNone ? undefined : (schema ?? undefined), next)
  }
  return (
    <>
      <span className={css.label} aria-hidden="true">
        {say('parameters')}
      </span>
      <JsonField label={say('parameters')} placeholder={say('parametersHint')} value={text} onChange={type} marks={marks} />
      <Findings data-part="parameter-problems">
        {problems.slice(0, AT_MOST).map((problem) => (
          <Finding key={`${problem.offset} ${faultText(problem, sayFault)}`} isWrong={isWrong}>
            {placedText(problem, sayFault)}
          </Finding>
        ))}
        {isBlank && <p className={css.help}>{say('parametersNone')}</p>}
        {isWrong && <p className={css.help}>{say('parametersKept')}</p>}
        {draft.schema !== null && !takesObject(draft.schema) && <Finding>{say('parametersObject')}</Finding>}
        {problems.length === 0 && draft.schema !== null && takesObject(draft.schema) && <p className={css.help}>{say('parametersFine')}</p>}
      </Findings>
    </>
  )
}
