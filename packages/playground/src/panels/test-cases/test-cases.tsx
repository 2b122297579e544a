import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFrameSize } from '../frame/frame-size.ts'
import { FirstVisit, useIsFirstVisit } from './first-visit.tsx'
import { FoldedFoot } from './folded-foot.tsx'
import { GridFoot } from './grid-foot.tsx'
import { Grid } from './grid.tsx'
import css from './test-cases.module.css'
import { latePart } from '../../ui/late-part.tsx'

const CaseCards = latePart(async () => (await import('./case-cards.tsx')).CaseCards)
/** The cases and their outputs, in the form that the width allows, with what to do where there is nothing. */
export function TestCases({ isFolded }: { readonly isFolded: boolean }) {
  const isNarrow = useFrameSize() !== 'wide'
  const { state } = usePlayground()
  const isFirstVisit = useIsFirstVisit() && !isFolded
  const cases = useAtomValue(state.rows.idsAtom).length
  const visible = useAtomValue(state.view.visibleRowIdsAtom).length
  return (
    <div className={css.cases} data-narrow={isNarrow || undefined}>
      {isFirstVisit && isNarrow && <FirstVisit />}
      {isNarrow ? <CaseCards /> : <Grid isFolded={isFolded} fills={!isFirstVisit && visible > 0} />}
      {cases > 0 && visible === 0 && <NothingFound />}
      {cases === 0 && <NoRows />}
      {isFolded ? <FoldedFoot /> : <GridFoot />}
      {isFirstVisit && !isNarrow && <FirstVisit />}
    </div>
  )
}

function NothingFound() {
  const say = useText('run')
  const { store, view } = usePlayground().state
  return (
    <EmptyState action={<Button onClick={() => store.set(view.filterAtom, { status: 'all', text: '' })}>{say('clearFilter')}</Button>}>
      {say('nothingFound')}
    </EmptyState>
  )
}

function NoRows() {
  const say = useText('cases')
  const { rows } = usePlayground().state
  return <EmptyState action={<Button onClick={() => rows.add([{}])}>{say('addCaseLabel')}</Button>}>{say('noRows')}</EmptyState>
}
