import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { ProgressRing } from '../../ui/progress-ring.tsx'
import { VariantKey } from '../../ui/variant-key.tsx'
import css from './output-head.module.css'
import { useAggregates } from './use-aggregates.ts'

/** The variant over its outputs: letter, model, sums. */
export function OutputHead({ isFolded }: { readonly isFolded: boolean }) {
  const say = useText('cases')
  const formats = useFormats()
  const { state } = usePlayground()
  const model = useAtomValue(useMemo(() => atom((get) => get(state.prompt.draftAtom).llmConfig.model), [state]))
  const isRunning = useAtomValue(state.execution.isRunningAtom)
  const progress = useAtomValue(state.execution.progressAtom)
  const aggregates = useAggregates()
  const share = progress === null || progress.total === 0 ? 0 : (progress.done + progress.failed + progress.stopped) / progress.total
  return (
    <>
      <span className={css.name}>
        <VariantKey letter="A" />
        <bdi className={css.model}>{model}</bdi>
        {isRunning && <ProgressRing share={share} />}
      </span>
      {!isFolded && (
        <span className={css.sums}>
          {aggregates.finished === 0 && !isRunning ? (
            <span>{say('notRunYet')}</span>
          ) : (
            <>
              {aggregates.finished > 0 && <span>{formats.money(aggregates.costUsd)}</span>}
              {aggregates.medianMs !== null && <span>{say('p50', { duration: formats.duration(aggregates.medianMs) })}</span>}
              <span>{say('finished', { done: formats.integer(aggregates.finished), total: formats.integer(aggregates.total) })}</span>
            </>
          )}
        </span>
      )}
    </>
  )
}
