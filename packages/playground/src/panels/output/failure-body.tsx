import { RotateCcw } from 'lucide-react'
import { useCauseWords } from '../../messages/cause-words.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { Popover } from '../../ui/popover.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { type Fix, viewFailure } from './failure.ts'
import css from './output-body.module.css'
import { OutputText } from './output-text.tsx'
import type { OutputActions } from './use-output-actions.ts'

const GoOn = latePart(async () => (await import('./going-on.tsx')).GoOn)

const UNKNOWN = { code: 'unknown', message: '' }

/** The cause in plain words, the words of whoever refused, one thing to do; then what came before it broke. */
export function FailureBody({
  at,
  cell,
  actions,
  tabIndex,
}: {
  readonly at: OutputRef
  readonly cell: Cell
  readonly actions: OutputActions
  readonly tabIndex: number
}) {
  const say = useText('errors')
  const causeWords = useCauseWords()
  const formats = useFormats()
  const { panels } = usePlayground()
  const failure = cell.failure ?? UNKNOWN
  const view = viewFailure(failure)
  const title = view.title === 'other' ? say('other', { code: failure.code }) : say(view.title)
  // Tries that were given up so as to try at once are tries too.
  const attempts = cell.triesBefore > 0 ? cell.triesBefore + (view.attempts ?? 1) : view.attempts
  const durationMs = cell.times.endMs === null ? null : cell.times.endMs - (cell.times.sentMs ?? 0)
  return (
    <div data-testid="error-notice" data-code={failure.code} className={css.failure}>
      <StatusWord state="failed" end={durationMs === null ? undefined : <span>{formats.duration(durationMs)}</span>}>
        {attempts === null ? title : say('attempts', { title, attempts })}
      </StatusWord>
      <p className={css.words} dir="auto" title={view.told.message}>
        {causeWords(view.told)}
      </p>
      {cell.text !== '' && <OutputText text={cell.text} />}
      <div className={css.fixes}>
        <FixButton fix={view.fix} actions={actions} tabIndex={tabIndex} />
        {view.help !== null && (
          <Popover
            label={say('whatToDo')}
            trigger={
              <Button kind="quiet" size={24} tabIndex={tabIndex}>
                {say('whatToDo')}
              </Button>
            }
          >
            <p className={css.help}>{say(view.help)}</p>
          </Popover>
        )}
        {view.fix.kind !== 'rerun' && (
          <Button kind="quiet" size={24} tabIndex={tabIndex} onClick={actions.rerun}>
            {say('rerun')}
          </Button>
        )}
        <GoOn at={at} cell={cell} tabIndex={tabIndex} as="button" />
        {panels.Drawer && (
          <Button kind="quiet" size={24} tabIndex={tabIndex} onClick={() => actions.open('wire')}>
            {say('raw')}
          </Button>
        )}
        {panels.Drawer && cell.tree.length > 0 && (
          <Button kind="quiet" size={24} tabIndex={tabIndex} onClick={() => actions.open('trace')}>
            {say('trace')}
          </Button>
        )}
      </div>
    </div>
  )
}

function FixButton({ fix, actions, tabIndex }: { readonly fix: Fix; readonly actions: OutputActions; readonly tabIndex: number }) {
  const say = useText('errors')
  const words = {
    rerun: 'rerun',
    'use-demo': 'useDemo',
    'choose-model': 'chooseModel',
    fill: 'fill',
    'go-to-settings': 'goToSettings',
    'go-to-longest': 'goToPrompt',
  } as const
  return (
    <Button size={24} tabIndex={tabIndex} onClick={() => actions.mend(fix)} {...(fix.kind === 'rerun' && { icon: RotateCcw })}>
      {fix.kind === 'go-to-message' ? say('goToMessage', { number: fix.index + 1 }) : say(words[fix.kind])}
    </Button>
  )
}
