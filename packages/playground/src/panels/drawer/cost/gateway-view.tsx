import type { GatewayFacts } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import box from '../drawer.module.css'
import css from './cost.module.css'
import { gatewayLines } from './gateway-lines.ts'

/** Who really answered, where a gateway stood between the service and the model. */
export function GatewayView({ facts, asked }: { readonly facts: GatewayFacts; readonly asked: string | null }) {
  const say = useText('drawer')
  const formats = useFormats()
  return (
    <section aria-label={say('gateway')} data-part="gateway" className={css.gateway}>
      <h3 className={box.heading}>{say('gateway')}</h3>
      {facts.cached === true && <p>{say('gatewayCached')}</p>}
      <dl className={css.facts}>
        {gatewayLines(facts, asked).map(({ label, value }) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>
              <bdi>{typeof value === 'number' ? formats.integer(value) : value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {facts.settingsDoubt !== undefined && <p className={box.muted}>{facts.settingsDoubt}.</p>}
    </section>
  )
}
