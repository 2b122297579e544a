import { type Atom, atom } from 'jotai'
import type { Check } from '../checks/check.ts'
import type { ChecksState, Verdict } from './checks-state.ts'
import type { Document } from './document.ts'
import type { ExecutionState, PromptState, Store } from './playground-state.ts'
import type { LoadableRow } from './row.ts'

const NO_CHECKS: readonly Check[] = []

interface ChecksOptions {
  readonly store: Store
  readonly document: Document
  readonly prompt: PromptState
  readonly execution: ExecutionState
  readonly clock: () => number
}

export function createChecksState({ store, document, prompt, execution, clock }: ChecksOptions): ChecksState {
  const commonAtom = atom((get) => get(document.promptAtom).checks ?? NO_CHECKS)
  const someRowAtom = (says: (row: LoadableRow) => boolean): Atom<boolean> =>
    atom((get) => {
      get(document.revisionAtom)
      for (const { row } of document.entries.values()) if (says(row)) return true
      return false
    })
  const someCheckedAtom = someRowAtom(({ checks }) => checks !== undefined)
  const someExpectedAtom = someRowAtom(({ expected }) => expected !== undefined)
  const askedAtom = atom(false)

  const verdictsAtom = atom<ReadonlyMap<string, Verdict>>(new Map())
  // While somebody looks, answers are held against what is checked; whoever checks nothing does not even load how.
  verdictsAtom.onMount = (publish) => {
    let isOver = false
    let stop = () => {}
    void import('./keep-verdicts.ts').then(({ keepVerdicts }) => {
      if (isOver) return
      const { entries, revisionAtom } = document
      stop = keepVerdicts({ store, entries, commonAtom, causes: [commonAtom, revisionAtom, execution.standingsAtom], clock, publish })
    })
    return () => {
      isOver = true
      stop()
    }
  }

  return {
    commonAtom,
    isCheckingAtom: atom((get) => get(commonAtom).length > 0 || get(someCheckedAtom)),
    verdictsAtom,
    hasExpectedAtom: atom((get) => get(askedAtom) || get(someExpectedAtom)),
    showExpected: () => store.set(askedAtom, true),
    setCommon: (checks) => prompt.patch({ checks }),
  }
}
