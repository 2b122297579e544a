import { priceRange } from '@vitrine/model-catalog'
import { atom, useAtomValue } from 'jotai'
import { useDeferredValue, useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import { keptIfEqual, sameFields } from '../../state/kept-if-equal.ts'
import { estimateTokensPerCall, sampled } from './estimate.ts'

export interface Estimate {
  readonly calls: number
  readonly inputTokens: number
  readonly model: string
  /** USD; null is unknown. */
  readonly lowUsd: number | null
  readonly highUsd: number | null
  readonly isDemo: boolean
}

interface Ask extends Pick<Estimate, 'model' | 'calls' | 'inputTokens'> {
  readonly maxTokens: number | null
}

/** What Run would cost: from answers of no tokens to the longest that the settings or the model allow. */
export function useEstimate(): Estimate {
  const { state } = usePlayground()
  const perCallAtom = useMemo(
    () =>
      atom((get) => {
        const columns = get(state.rows.columnsAtom).map(({ id }) => id)
        const rows = sampled(get(state.rows.idsAtom)).flatMap((id) => get(state.rows.rowAtom(id)) ?? [])
        return estimateTokensPerCall(get(state.prompt.draftAtom).messages, columns, rows)
      }),
    [state],
  )
  // A run that goes on changes how many can run, but not what one of them takes in.
  const askAtom = useMemo(() => {
    const keep = keptIfEqual<Ask>(sameFields)
    return atom((get) => {
      const { llmConfig } = get(state.prompt.draftAtom)
      const calls = get(state.execution.targetsAtom).runnable.length
      return keep({
        model: llmConfig.model,
        calls,
        inputTokens: Math.round(get(perCallAtom) * calls),
        maxTokens: llmConfig.maxCompletionTokens ?? llmConfig.maxTokens ?? null,
      })
    })
  }, [state, perCallAtom])
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
