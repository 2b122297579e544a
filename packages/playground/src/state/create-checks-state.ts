import { type Atom, atom } from 'jotai'
import type { Check } from '../checks/check.ts'
import type { ChecksState, Verdict } from './checks-state.ts'
import { createJudgingState } from './create-judging-state.ts'
import type { Document } from './document.ts'
import type { ExecutionState } from './execution-state.ts'
import type { Store } from './playground-state.ts'
import type { PromptState } from './prompt-state.ts'
import type { LoadableRow } from './row.ts'

const hasRubric = (checks: readonly Check[] | undefined): boolean => checks?.some(({ type }) => type === 'rubric') ?? false

interface ChecksOptions {
  readonly store: Store
  readonly document: Document
  readonly prompt: PromptState
  readonly execution: ExecutionState
  readonly clock: () => number
}

export function createChecksState({ store, document, prompt, execution, clock }: ChecksOptions): ChecksState {
  const commonAtom = atom((get) => get(document.promptAtom).checks)
  const someRowAtom = (says: (row: LoadableRow) => boolean): Atom<boolean> =>
    atom((get) => {
      get(document.revisionAtom)
      for (const { row } of document.entries.values()) if (says(row)) return true
      return false
    })
  const someCheckedAtom = someRowAtom(({ checks }) => checks !== undefined)
  const someJudgedAtom = someRowAtom(({ checks }) => hasRubric(checks))
  const someExpectedAtom = someRowAtom(({ expected }) => expected !== undefined)
  const askedAtom = atom(false)
  const judging = createJudgingState(store)

  const verdictsAtom = atom<ReadonlyMap<string, Verdict>>(new Map())
  /** Loaded by whoever checks something, and nobody else. */
  async function begin(publish: (verdicts: ReadonlyMap<string, Verdict>) => void, hasEnded: () => boolean): Promise<() => void> {
    const { keepVerdicts } = await import('./keep-verdicts.ts')
    if (hasEnded()) return () => {}
    const { entries, revisionAtom } = document
    const { idsAtom } = prompt.variants
    return keepVerdicts({
      store,
      entries,
      idsAtom,
      commonAtom,
      causes: [commonAtom, revisionAtom, idsAtom, execution.standingsAtom, judging.revisionAtom],
      judgementsOf: judging.judgementsOf,
      clock,
      publish,
    })
  }
  verdictsAtom.onMount = (publish) => {
    let isOver = false
    const begun = begin(publish, () => isOver)
    return () => {
      isOver = true
      void begun.then((end) => end())
    }
  }

  return {
    commonAtom,
    isCheckingAtom: atom((get) => get(commonAtom).length > 0 || get(someCheckedAtom)),
    isJudgedAtom: atom((get) => hasRubric(get(commonAtom)) || get(someJudgedAtom)),
    judging,
    verdictsAtom,
    unmetAtom: atom((get) => {
      const unmet = [...get(verdictsAtom).values()].filter(({ results }) => results.some(({ outcome }) => outcome === 'fail'))
      return new Set(unmet.map(({ row }) => row.id))
    }),
    hasExpectedAtom: atom((get) => get(askedAtom) || get(someExpectedAtom)),
    showExpected: () => store.set(askedAtom, true),
    setCommon: (checks) => prompt.patch({ checks }),
  }
}
