import type { AvailableModel } from '@vitrine/contracts'
import { priceRange } from '@vitrine/model-catalog'
import { type Atom, atom, useAtomValue } from 'jotai'
import { useDeferredValue, useMemo } from 'react'
import { meanRowTokens, sampled, templateTokens } from '../../execution/estimate.ts'
import { textColumns } from '../../execution/row-body.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModels } from '../../queries/use-models.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { keptIfEqual, sameItems } from '../../state/kept-if-equal.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** What Run would cost under one variant. USD; null is unknown. */
export interface VariantEstimate {
  readonly letter: string
  readonly model: string
  readonly lowUsd: number | null
  readonly highUsd: number | null
}

export interface Estimate {
  readonly calls: number
  readonly inputTokens: number
  /** Of those without a known price the first, else the first of all. */
  readonly model: string
  /** USD; null is unknown. */
  readonly lowUsd: number | null
  readonly highUsd: number | null
  readonly isDemo: boolean
  readonly variants: readonly VariantEstimate[]
}

/** What is asked of one variant. */
interface Ask {
  readonly model: string
  readonly calls: number
  readonly inputTokens: number
  readonly maxTokens: number | null
}

/** Input tokens of one call of each variant: a run that goes on changes how many can run, but not what one of them takes in. */
function createPerCall({ prompt, rows }: PlaygroundState): Atom<ReadonlyMap<string, number>> {
  const sampleAtom = atom((get) => sampled(get(rows.idsAtom)).flatMap((id) => get(rows.rowAtom(id)) ?? []))
  // What is typed changes what the messages take, and seldom what they read.
  const keep = keptIfEqual<readonly (readonly string[])[]>(
    (a, b) => a.length === b.length && a.every((names, at) => sameItems(names, b[at] ?? [])),
  )
  const draftsAtom = atom((get) => get(prompt.variants.idsAtom).map((id) => get(prompt.draftOf(id))))
  const columnsAtom = atom((get) => keep(get(draftsAtom).map(textColumns)))
  const rowTokensAtom = atom((get) => get(columnsAtom).map((columns) => meanRowTokens(columns, get(sampleAtom))))
  return atom((get) => {
    const rowTokens = get(rowTokensAtom)
    const ids = get(prompt.variants.idsAtom)
    return new Map(get(draftsAtom).map(({ messages }, at) => [ids[at] ?? '', templateTokens(messages) + (rowTokens[at] ?? 0)]))
  })
}

/** What Run would cost: from answers of no tokens to the longest that the settings or the model allow. */
export function useEstimate(): Estimate {
  const { state } = usePlayground()
  const perCallAtom = useMemo(() => createPerCall(state), [state])
  const asksAtom = useMemo(() => {
    const keep = keptIfEqual<readonly Ask[]>((a, b) => sameItems(a.flatMap(Object.values), b.flatMap(Object.values)))
    return atom((get) => {
      const repetitions = get(state.execution.repetitionsAtom)
      const counts = new Map<string, number>()
      for (const { variantId } of get(state.execution.targetsAtom).runnable)
        counts.set(variantId, (counts.get(variantId) ?? 0) + repetitions)
      return keep(
        get(state.prompt.variants.listAtom).map(({ id, llmConfig }): Ask => {
          const calls = counts.get(id) ?? 0
          return {
            model: llmConfig.model,
            calls,
            inputTokens: Math.round((get(perCallAtom).get(id) ?? 0) * calls),
            maxTokens: llmConfig.maxCompletionTokens ?? llmConfig.maxTokens ?? null,
          }
        }),
      )
    })
  }, [state, perCallAtom])
  const asks = useDeferredValue(useAtomValue(asksAtom))
  const { data } = useModels()
  return useMemo(() => sumOf(asks, data?.models ?? []), [asks, data])
}

function sumOf(asks: readonly Ask[], models: readonly AvailableModel[]): Estimate {
  const priced = asks.map((ask) => {
    const model = models.find(({ id, name }) => id === ask.model || name === ask.model)
    const maxOutput = ask.maxTokens ?? model?.maxOutputTokens ?? null
    const range = priceRange({
      inputTokens: ask.inputTokens,
      maxOutputTokens: maxOutput === null ? null : maxOutput * ask.calls,
      price: model?.price ?? null,
    })
    return { ...ask, ...range, isDemo: model?.price?.source === 'demo' }
  })
  const sum = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)
  return {
    calls: asks.reduce((total, { calls }) => total + calls, 0),
    inputTokens: asks.reduce((total, { inputTokens }) => total + inputTokens, 0),
    model: (priced.find(({ low }) => low === null) ?? priced[0])?.model ?? '',
    lowUsd: sum(priced.map(({ low }) => low)),
    highUsd: sum(priced.map(({ high }) => high)),
    isDemo: priced.every(({ isDemo }) => isDemo),
    variants: priced.map(({ model, low, high }, at) => ({ letter: variantLetter(at), model, lowUsd: low, highUsd: high })),
  }
}
