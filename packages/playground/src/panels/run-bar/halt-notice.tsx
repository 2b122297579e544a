import { useAtom, useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { runOptions as texts } from '../../messages/en/run-options.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { RunHalt } from '../../state/execution-state.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { Notice } from '../../ui/notice.tsx'
import css from './run-notices.module.css'
import { useEstimate } from './use-estimate.ts'

/** Why a run stands still, or ended before its end, and the way on. */
export function HaltNotice({ halt }: { readonly halt: RunHalt }) {
  useLateTexts('runOptions', texts)
  const say = useText('runOptions')
  const formats = useFormats()
  const { bindings, state, run } = usePlayground()
  const { execution } = state
  const [budget, setBudget] = useAtom(execution.budgetUsdAtom)
  const { missing } = useAtomValue(execution.targetsAtom)
  const { model } = useEstimate()
  const money = formats.money(budget)
  const dismiss = () => state.store.set(execution.haltAtom, null)
  const close = (
    <Button kind="quiet" size={24} onClick={dismiss}>
      {say('dismiss')}
    </Button>
  )
  const runRest = missing.length > 0 && (
    <Button
      size={24}
      onClick={() => {
        dismiss()
        run(missing)
      }}
    >
      {say('runRest')}
    </Button>
  )
  const runFree = (
    <Button
      size={24}
      onClick={() => {
        setBudget(null)
        dismiss()
        run(missing)
      }}
    >
      {say('noBudgetAction')}
    </Button>
  )
  const both = (first: ReactNode) => (
    <span className={css.actions}>
      {first}
      {close}
    </span>
  )
  switch (halt.kind) {
    case 'paused':
      return (
        <Notice
          tone="info"
          code="paused"
          title={say('paused')}
          action={
            <Button size={24} data-testid="resume" onClick={() => bindings.resume?.()}>
              {say('resume')}
            </Button>
          }
        >
          {say('pausedMore')}
        </Notice>
      )
    case 'budget':
      return (
        <Notice tone="warning" code="budget" title={say('budgetTitle', { money })} action={both(runFree)}>
          {say('budgetMore', { count: missing.length })}
        </Notice>
      )
    case 'unpriced':
      return (
        <Notice tone="warning" code="unpriced" title={say('unpricedTitle')} action={both(runFree)}>
          {say('unpricedMore', { model, money })}
        </Notice>
      )
    case 'error':
      return (
        <Notice tone="warning" code="stopped-on-error" title={say('errorTitle')} action={both(runRest)}>
          {say('errorMore', { count: missing.length })}
        </Notice>
      )
    default:
      return halt.kind satisfies never
  }
}
