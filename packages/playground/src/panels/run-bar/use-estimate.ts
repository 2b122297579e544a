import { priceRange } from '@vitrine/model-catalog'
import { atom, useAtomValue } from 'jotai'
import { useDeferredValue, useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import { estimateInputTokens, sampled } from './estimate.ts'

export interface Estimate {
  readonly calls: number
  readonly inputTokens: number
  readonly model: string
  /** USD; null is unknown. */
  readonly lowUsd: number | null
  readonly highUsd: number | null
  readonly isDemo: boolean
}

/** What Run would cost: from answers of no tokens to the longest that the settings or the model allow. */
export function useEstimate(): Estimate {
  const { state } = usePlayground()
  const askAtom = useMemo(
    () =>
      atom((get) => {
        const { messages, llmConfig } = get(state.prompt.draftAtom)
        const { runnable } = get(state.execution.targetsAtom)
        const columns = get(state.rows.columnsAtom).map(({ id }) => id)
        const rows = sampled(runnable).flatMap((id) => get(state.rows.rowAtom(id)) ?? [])
        return {
          model: llmConfig.model,
          calls: runnable.length,
          inputTokens: estimateInputTokens(messages, columns, rows, runnable.length),
          maxTokens: llmConfig.maxCompletionTokens ?? llmConfig.maxTokens ?? null,
        }
      }),
    [state],
  )
  const ask = useDeferredValue(useAtomValue(askAtom))
  const model = useModel(ask.model)
  const maxOutput = ask.maxTokens ?? model?.maxOutputTokens ?? null
  const range = priceRange({
    inputTokens: ask.inputTokens,
    maxOutputTokens: maxOutput === null ? null : maxOutput * ask.calls,
    price: model?.price ?? null,
  })
  return {
    calls: ask.calls,
    inputTokens: ask.inputTokens,
    model: ask.model,
    lowUsd: range.low,
    highUsd: range.high,
    isDemo: model?.price?.source === 'demo',
  }
}
