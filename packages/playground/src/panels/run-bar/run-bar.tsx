import { useAtom, useAtomValue } from 'jotai'
import { RichText } from '../../messages/rich-text.tsx'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { NumberField } from '../../ui/number-field.tsx'
import css from './run-bar.module.css'
import { RunButton } from './run-button.tsx'
import { useBlockedReason } from './use-blocked-reason.ts'
import { useEstimate } from './use-estimate.ts'

/** What Run would do, in figures, and Run. */
export function RunBar({ isFolded }: { readonly isFolded: boolean }) {
  const say = useText('run')
  const { state } = usePlayground()
  const cases = useAtomValue(state.rows.idsAtom).length
  const progress = useAtomValue(state.execution.progressAtom)
  const [concurrency, setConcurrency] = useAtom(state.execution.concurrencyAtom)
  return (
    <header className={css.bar}>
      <div className={css.facts}>
        <span>
          <RichText area="run" text="cases" count={cases} />
        </span>
        {isFolded && progress !== null && (
          <span>
            <RichText
              area="run"
              text="finished"
              values={{ done: progress.done + progress.failed + progress.stopped, total: progress.total }}
            />
          </span>
        )}
        {!isFolded && <CostFacts />}
      </div>
      {!isFolded && (
        <span className={css.parallel}>
          <span className={css.spare}>{say('inParallel')}</span>
          <NumberField
            label={say('inParallel')}
            className={css.number}
            size={28}
            value={concurrency}
            min={1}
            max={20}
            integer
            blankable={false}
            onChange={(next) => next !== null && setConcurrency(next)}
          />
        </span>
      )}
      <RunButton form={isFolded ? 'folded' : 'wide'} />
    </header>
  )
}

function CostFacts() {
  const say = useText('run')
  const formats = useFormats()
  const estimate = useEstimate()
  const reason = useBlockedReason()
  const isUnknown = estimate.lowUsd === null
  const why = isUnknown
    ? say('estimateUnknown', { model: estimate.model })
    : say('estimateWhy', { tokens: formats.tokens(estimate.inputTokens), model: estimate.model })
  return (
    <>
      <span className={css.spare}>
        <RichText area="run" text="variants" count={1} />
      </span>
      <span>
        <RichText area="run" text="calls" count={estimate.calls} />
      </span>
      <span data-testid="estimate" title={estimate.isDemo ? `${why} ${say('demoPrices')}` : why}>
        <RichText
          area="run"
          text="estimate"
          values={{ range: <bdi dir="ltr">{formats.moneyRange(estimate.lowUsd, estimate.highUsd)}</bdi> }}
        />
        {estimate.isDemo && ` ${say('demoWord')}`}
      </span>
      {reason !== undefined && <span className={css.reason}>{reason}</span>}
    </>
  )
}
