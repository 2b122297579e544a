import { useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import type { Cell } from '../../../state/cell.ts'
import { latePart } from '../../../ui/late-part.tsx'
import { Notice } from '../../../ui/notice.tsx'
import box from '../drawer.module.css'
import { askedSchema } from './asked-schema.ts'
import { parseAnswer } from './answer-json.ts'

// The validator comes only where an answer is to be held to a schema.
const SchemaResult = latePart(async () => (await import('./schema-result.tsx')).SchemaResult)

/** Whether an answer is what the schema asked for; nothing where none was asked for. */
export function SchemaVerdict({ cell }: { readonly cell: Cell }) {
  const say = useText('drawer')
  const { wire, request, text, finishReason } = cell
  const asked = useMemo(() => askedSchema({ wire, request }), [wire, request])
  const parsed = useMemo(() => parseAnswer(text), [text])
  if (asked === null || text === '') return null
  if (!parsed.ok)
    return finishReason === 'stop' ? (
      <Notice tone="danger" code="schema_violation" title={say('schemaViolation')}>
        {say('schemaNotJson')}
      </Notice>
    ) : (
      <p className={box.muted}>{say('schemaIncomplete')}</p>
    )
  return <SchemaResult asked={asked} value={parsed.value} />
}
