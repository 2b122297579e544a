import { atom, useAtomValue, useStore } from 'jotai'
import { useDeferredValue, useMemo } from 'react'
import { passRate } from '../../../checks/pass-rate.ts'
import { usePlayground } from '../../../playground-context.ts'
import { useModels } from '../../../queries/use-models.ts'
import type { Verdict } from '../../../state/checks-state.ts'
import type { JudgingProgress } from '../../../state/judging-state.ts'
import { estimateJudging } from './estimate-judging.ts'
import { judgeAnswers } from './judge-answers.ts'
import { questionOf, unjudgedIn } from './pending-questions.ts'

const SAMPLE = 100

export interface Judging {
  /** Answers that some rubric has no verdict on. */
  readonly open: number
  /** USD, roughly; null is unknown. */
  readonly estimateUsd: number | null
  /** USD; what judging the answers that are here was paid as far as it is known. */
  readonly paidUsd: number
  /** How many judgements of which nobody said what they cost. */
  readonly unknownPaid: number
  readonly progress: JudgingProgress | null
  /** Absent where nobody can be asked. */
  readonly judge: (() => void) | null
  /** Who judges where a check names nobody. */
  readonly defaultModel: string
}

/** Judging of all answers, or of the one that a verdict is about. */
export function useJudging(only?: Verdict): Judging {
  const { bindings, state } = usePlayground()
  const { checks, execution, prompt } = state
  const store = useStore()
  const { data } = useModels()
  const verdictsAtom = useMemo(
    () =>
      atom((get) => {
        const common = get(checks.commonAtom)
        const all = only === undefined ? [...get(checks.verdictsAtom).values()] : [only]
        // A rubric that was typed a moment ago is in no verdict yet, and nobody is asked about the one before.
        return all.filter((verdict) => verdict.common === common)
      }),
    [checks, only],
  )
  const verdicts = useDeferredValue(useAtomValue(verdictsAtom))
  const asked = useAtomValue(useMemo(() => atom((get) => get(prompt.draftAtom).llmConfig.model), [prompt]))
  const defaultModel = data?.defaultModelId ?? asked
  const factsOf = useMemo(() => {
    const models = data?.models ?? []
    return (id: string) => models.find((model) => model.id === id || model.name === id) ?? null
  }, [data])
  const told = useMemo(() => {
    const unjudged = unjudgedIn(verdicts)
    const sample = unjudged.slice(0, SAMPLE).flatMap((one) => questionOf(one)?.question ?? [])
    const { judgingUsd, unknownJudging } = passRate(verdicts.flatMap(({ results }) => results))
    return {
      open: new Set(unjudged.map(({ verdict }) => verdict)).size,
      estimateUsd: estimateJudging(sample, unjudged.length, { defaultModel, factsOf }),
      paidUsd: judgingUsd,
      unknownPaid: unknownJudging,
    }
  }, [verdicts, defaultModel, factsOf])
  const client = bindings.service?.client
  return {
    ...told,
    defaultModel,
    progress: useAtomValue(checks.judging.progressAtom),
    judge:
      client === undefined
        ? null
        : () =>
            void judgeAnswers({
              store,
              judging: checks.judging,
              questions: unjudgedIn(store.get(verdictsAtom)).flatMap((one) => questionOf(one) ?? []),
              concurrency: store.get(execution.concurrencyAtom),
              client,
              defaultModel,
              factsOf,
            }),
  }
}
