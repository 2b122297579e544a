import { useText } from '../../../messages/use-text.ts'
import { expectedText } from '../output/expected-text.ts'
import css from '../output/output.module.css'
import type { Violation } from '../../../checks/schema/schema-violations.ts'

const AT_MOST = 20

/** Where an answer violates a schema, place by place. */
export function ViolationList({ violations }: { readonly violations: readonly Violation[] }) {
  const say = useText('drawer')
  return (
    <ul className={css.violations} dir="ltr">
      {violations.slice(0, AT_MOST).map(({ path, expected, got }) => (
        <li key={`${path} ${JSON.stringify(expected)}`}>
          {say('violation', { path, expected: expectedText(expected, say), got: got ?? say('gotNothing') })}
        </li>
      ))}
      {violations.length > AT_MOST && <li>{say('moreViolations', { count: violations.length - AT_MOST })}</li>}
    </ul>
  )
}
