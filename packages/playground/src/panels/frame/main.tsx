import { useText } from '../../messages/use-text.ts'
import { Filters } from '../run-bar/filters.tsx'
import { LostWorker } from '../run-bar/lost-worker.tsx'
import { RunBar } from '../run-bar/run-bar.tsx'
import { RunNotices } from '../run-bar/run-notices.tsx'
import { RunProgressBar } from '../run-bar/run-progress-bar.tsx'
import { TestCases } from '../test-cases/test-cases.tsx'
import { useFrameSize } from './frame-size.ts'
import css from './main.module.css'

/** Run bar, progress, filters, cases. */
export function Main({ isFolded }: { readonly isFolded: boolean }) {
  const say = useText('frame')
  const isNarrow = useFrameSize() !== 'wide'
  return (
    <section className={css.main} data-folded={isFolded || undefined} aria-label={say('casesAndOutputs')}>
      {!isNarrow && <RunBar isFolded={isFolded} />}
      <LostWorker />
      <RunNotices />
      <RunProgressBar isFolded={isFolded} />
      {!isFolded && <Filters />}
      <TestCases isFolded={isFolded} />
    </section>
  )
}
