import { useAtomValue } from 'jotai'
import { Gauge } from 'lucide-react'
import { RichText } from '../../messages/rich-text.tsx'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { RunProgress } from '../../state/execution-state.ts'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { formatClock } from '../../ui/format/format-duration.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { useNow } from '../../ui/use-now.ts'
import { segmentsOf, slowedTo } from './progress-segments.ts'
import css from './run-progress-bar.module.css'
import { latePart } from '../../ui/late-part.tsx'

const ErrorBoardButton = latePart(
  async () => (await import('../error-board/error-board-button.tsx')).ErrorBoardButton,
  ({ children }) => children,
)

const WORDS = {
  done: 'doneCount',
  failed: 'failedCount',
  stopped: 'stoppedCount',
  retrying: 'retryingCount',
  running: 'runningCount',
  queued: 'queuedCount',
} as const

/** The run so far: a bar by state, every count again in words, time, money. */
export function RunProgressBar({ isFolded }: { readonly isFolded: boolean }) {
  const { state } = usePlayground()
  const progress = useAtomValue(state.execution.progressAtom)
  return progress === null ? null : <Progress progress={progress} isFolded={isFolded} />
}

function Progress({ progress, isFolded }: { readonly progress: RunProgress; readonly isFolded: boolean }) {
  const say = useText('run')
  const formats = useFormats()
  const { state } = usePlayground()
  const concurrency = useAtomValue(state.execution.concurrencyAtom)
  const now = useNow(state.clock, progress.endedAtMs === null ? 250 : null)
  const segments = segmentsOf(progress)
  const slowed = slowedTo(progress, concurrency)
  const finished = progress.done + progress.failed + progress.stopped
  return (
    <div className={css.progress} data-testid="progress" data-done={finished} data-total={progress.total} data-failed={progress.failed}>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={say('progress')}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={finished}
      >
        {segments.map(({ name, count }) => (
          <i key={name} className={css[name]} style={{ flexGrow: count }} />
        ))}
      </div>
      {!isFolded && (
        <div className={css.words}>
          <span>
            <RichText area="run" text="finished" values={{ done: formats.integer(finished), total: formats.integer(progress.total) }} />
          </span>
          {segments.map(({ name, count }) => (
            <span key={name} className={classNames(css.count, css[`${name}Word`])}>
              {name === 'failed' ? (
                <ErrorBoardButton>{say(WORDS[name], { n: formats.integer(count) })}</ErrorBoardButton>
              ) : (
                say(WORDS[name], { n: formats.integer(count) })
              )}
            </span>
          ))}
          <span className={css.end}>
            {slowed !== null && (
              <Chip tone="warn" icon={Gauge}>
                {say('slowed', slowed)}
              </Chip>
            )}
            <b>{formatClock((progress.endedAtMs ?? now) - progress.startedAtMs)}</b>
            <span>
              <RichText area="run" text="spent" values={{ money: <bdi dir="ltr">{formats.money(progress.costUsd)}</bdi> }} />
              {progress.unknownCosts > 0 && say('unknownCosts', { count: progress.unknownCosts })}
            </span>
          </span>
        </div>
      )}
    </div>
  )
}
