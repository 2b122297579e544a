import type { WireAttempt } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import { CodeView } from '../code-view.tsx'
import box from '../drawer.module.css'
import { reportedUsage } from './reported-usage.ts'

/** The provider's own words about the tokens, where they stand in its answer. */
export function ReportedUsageView({ wire }: { readonly wire: readonly WireAttempt[] }) {
  const say = useText('drawer')
  const text = reportedUsage(wire)
  if (text === null) return null
  return (
    <section data-part="reported-usage">
      <h3 className={box.heading}>{say('usageRaw')}</h3>
      <CodeView text={text} label={say('usageRaw')} marked="usage" />
    </section>
  )
}
