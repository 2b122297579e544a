import { CircleCheck } from 'lucide-react'
import { useMemo } from 'react'
import { type Say, useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { AskedSchema } from './asked-schema.ts'
import css from './output.module.css'
import { checkSchema, type Expectation } from './schema-violations.ts'

const AT_MOST = 20

/** The verdict of the validator. Loaded with it. */
export function SchemaResult({ asked, value }: { readonly asked: AskedSchema; readonly value: unknown }) {
  const say = useText('drawer')
  const check = useMemo(() => checkSchema(asked.schema, value), [asked, value])
  if (!check.ok) return <Notice tone="warning" code="schema_broken" title={say('schemaBroken', { message: check.message })} />
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
      <ul className={css.violations} dir="ltr">
        {violations.slice(0, AT_MOST).map(({ path, expected, got }) => (
          <li key={`${path} ${JSON.stringify(expected)}`}>
            {say('violation', { path, expected: expectedText(expected, say), got: got ?? say('gotNothing') })}
          </li>
        ))}
        {violations.length > AT_MOST && <li>{say('moreViolations', { count: violations.length - AT_MOST })}</li>}
      </ul>
    </Notice>
  )
}

function expectedText(expected: Expectation, say: Say<'drawer'>): string {
  switch (expected.kind) {
    case 'type':
      return say('expectedType', { type: expected.type })
    case 'required':
      return say('expectedRequired', { name: expected.name })
    case 'noMore':
      return say('expectedNoMore', { name: expected.name })
    case 'enum':
      return say('expectedEnum', { values: expected.values })
    case 'const':
      return say('expectedConst', { value: expected.value })
    case 'pattern':
      return say('expectedPattern', { pattern: expected.pattern })
    case 'format':
      return say('expectedFormat', { format: expected.format })
    case 'bound':
      return say('expectedBound', { keyword: expected.keyword, value: expected.value })
    case 'rule':
      return say('expectedRule', { keyword: expected.keyword })
    default:
      return expected satisfies never
  }
}
