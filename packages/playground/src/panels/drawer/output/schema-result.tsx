import { CircleCheck } from 'lucide-react'
import { useMemo } from 'react'
import { matchSchema } from '../../../checks/schema/match-schema.ts'
import { useCauseWords } from '../../../messages/cause-words.ts'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ViolationList } from '../checks/violation-list.tsx'
import type { AskedSchema } from './asked-schema.ts'
import css from './output.module.css'

/** The verdict of the validator. Loaded with it. */
export function SchemaResult({ asked, value }: { readonly asked: AskedSchema; readonly value: unknown }) {
  const say = useText('drawer')
  const causeWords = useCauseWords()
  const check = useMemo(() => matchSchema(asked.schema, value), [asked, value])
  if (!check.ok) {
    const title = 'isTooMuch' in check ? say('schemaTooMuch') : say('schemaBroken', { message: causeWords(check) })
    return <Notice tone="warning" code="schema_broken" title={title} />
  }
  const { violations } = check
  if (violations.length === 0)
    return (
      <p className={css.verdict} role="status" data-part="schema-verdict">
        <Icon of={CircleCheck} size={14} />
        {say('schemaOk', { name: asked.name })}
      </p>
    )
  return (
    <Notice tone="danger" code="schema_violation" title={say('schemaViolation')}>
      <ViolationList violations={violations} />
    </Notice>
  )
}
