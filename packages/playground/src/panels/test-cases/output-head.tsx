import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { ProgressRing } from '../../ui/progress-ring.tsx'
import { VariantKey } from '../../ui/variant-key.tsx'
import css from './output-head.module.css'
import type { Aggregates } from './aggregates.ts'
import { useSettingsOf } from '../variants/use-settings-of.ts'
import { useVariantLetter } from '../variants/use-variant-letter.ts'
import { useAggregates } from './use-aggregates.ts'
import { latePart } from '../../ui/late-part.tsx'

const PassRateLine = latePart(async () => (await import('../checks/pass-rate-line.tsx')).PassRateLine)

/** What is known of it; what is not is said, and never counted as nothing. */
function Spent({ costUsd, unknownCosts }: Aggregates) {
  const say = useText('cases')
  const formats = useFormats()
  const money = formats.money(costUsd)
  if (unknownCosts === 0) return <span>{money}</span>
  return (
    <span title={say('costUnknown', { count: unknownCosts })}>
      {costUsd === null ? money : say('costOrMore', { money, count: unknownCosts })}
    </span>
  )
}

/** The variant over its outputs: letter, model, sums. */
export function OutputHead({ variantId, isFolded }: { readonly variantId: string; readonly isFolded: boolean }) {
  const say = useText('cases')
  const formats = useFormats()
  const { state } = usePlayground()
  const { model } = useSettingsOf(variantId)
  const letter = useVariantLetter(variantId)
  const isActive = useAtomValue(state.prompt.variants.activeIdAtom) === variantId
  const isRunning = useAtomValue(state.execution.isRunningAtom)
  const progress = useAtomValue(state.execution.progressAtom)
  const aggregates = useAggregates(variantId)
  const isChecking = useAtomValue(state.checks.isCheckingAtom)
  const share = progress === null || progress.total === 0 ? 0 : (progress.done + progress.failed + progress.stopped) / progress.total
  return (
    <>
      <span className={css.name}>
        <VariantKey letter={letter} isOn={isActive} />
        <bdi className={css.model}>{model}</bdi>
        {isRunning && <ProgressRing share={share} />}
      </span>
      {!isFolded && (
        <span className={css.sums}>
          {aggregates.finished === 0 && !isRunning ? (
            <span>{say('notRunYet')}</span>
          ) : (
            <>
              {aggregates.finished > 0 && <Spent {...aggregates} />}
              {aggregates.medianMs !== null && <span>{say('p50', { duration: formats.duration(aggregates.medianMs) })}</span>}
              <span>{say('finished', { done: formats.integer(aggregates.finished), total: formats.integer(aggregates.total) })}</span>
              {isChecking && <PassRateLine variantId={variantId} />}
            </>
          )}
        </span>
      )}
    </>
  )
}
