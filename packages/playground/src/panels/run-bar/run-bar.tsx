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
import { useRunWords } from './use-run-words.ts'
import { useTemplateProblem } from './use-template-problem.ts'
import { latePart } from '../../ui/late-part.tsx'

const RunOptions = latePart(async () => (await import('./run-options.tsx')).RunOptions)

/** What Run would do, in figures, and Run. */
export function RunBar({ isFolded }: { readonly isFolded: boolean }) {
  const say = useText('run')
  const { state } = usePlayground()
  const cases = useAtomValue(state.rows.idsAtom).length
  const [concurrency, setConcurrency] = useAtom(state.execution.concurrencyAtom)
  return (
    <header className={css.bar}>
      <div className={css.facts}>
        <span className={isFolded ? undefined : css.cases}>
          <RichText area="run" text="cases" count={cases} />
        </span>
        {isFolded && <Finished />}
        {!isFolded && <CostFacts />}
      </div>
      {!isFolded && (
        <span className={css.parallel}>
          <span>{say('inParallel')}</span>
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
      {!isFolded && <RunOptions />}
      <RunButton form={isFolded ? 'folded' : 'wide'} />
    </header>
  )
}

function Finished() {
  const { state } = usePlayground()
  const progress = useAtomValue(state.execution.progressAtom)
  if (progress === null) return null
  const done = progress.done + progress.failed + progress.stopped
  return (
    <span>
      <RichText area="run" text="finished" values={{ done, total: progress.total }} />
    </span>
  )
}

function CostFacts() {
  const say = useText('run')
  const formats = useFormats()
  const estimate = useEstimate()
  const variants = useAtomValue(usePlayground().state.prompt.variants.idsAtom).length
  const isRunning = useAtomValue(usePlayground().state.execution.isRunningAtom)
  const reason = useBlockedReason()
  const problem = useTemplateProblem()
  const isUnknown = estimate.lowUsd === null
  const { words, reach } = useRunWords()
  const why = isUnknown
    ? say('estimateUnknown', { model: estimate.model })
    : say('estimateWhy', { tokens: formats.tokens(estimate.inputTokens), model: estimate.model })
  return (
    <>
      <span className={css.spare}>
        <RichText area="run" text="variants" count={variants} />
      </span>
      <span className={css.spare}>
        <RichText area="run" text="calls" count={estimate.calls} />
      </span>
      <span
        data-testid="estimate"
        className={css.estimate}
        data-running={isRunning || undefined}
        title={[estimate.isDemo ? `${why} ${say('demoPrices')}` : why, ...(words?.estimateLines(estimate.variants) ?? [])].join('\n')}
        onPointerEnter={reach.onPointerEnter}
      >
        <RichText
          area="run"
          text="estimate"
          values={{ range: <bdi dir="ltr">{formats.moneyRange(estimate.lowUsd, estimate.highUsd)}</bdi> }}
        />
        {estimate.isDemo && ` ${say('demoWord')}`}
      </span>
      {/* A broken template is told under the bar, where there is room for it. */}
      {reason !== undefined && reason !== problem?.text && <span className={css.reason}>{reason}</span>}
    </>
  )
}
