import { useAtomValue } from 'jotai'
import { Play, Square } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { ProgressRing } from '../../ui/progress-ring.tsx'
import { SplitButton } from '../../ui/split-button.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import css from './run-bar.module.css'
import { useBlockedReason } from './use-blocked-reason.ts'
import { useRunWords } from './use-run-words.ts'
import { useEstimate } from './use-estimate.ts'
import { latePart } from '../../ui/late-part.tsx'

const PauseButton = latePart(async () => (await import('./pause-button.tsx')).PauseButton)

/** Run, with its variations, or, while something runs, how far it is and Stop. */
export function RunButton({ form }: { readonly form: 'wide' | 'folded' | 'narrow' }) {
  const { state } = usePlayground()
  const isRunning = useAtomValue(state.execution.isRunningAtom)
  const { reach } = useRunWords()
  const kept = useKeptFocus<HTMLSpanElement>((element) => element.querySelector('button'))
  return (
    <span
      {...kept}
      className={form === 'narrow' ? css.narrow : css.buttons}
      onPointerEnter={reach.onPointerEnter}
      onFocus={() => {
        kept.onFocus()
        reach.onFocus()
      }}
    >
      {isRunning ? <Running form={form} /> : <Idle form={form} />}
    </span>
  )
}

function Idle({ form }: { readonly form: 'wide' | 'folded' | 'narrow' }) {
  const say = useText('run')
  const formats = useFormats()
  const { state, run } = usePlayground()
  const { runnable } = useAtomValue(state.execution.targetsAtom)
  const standings = useAtomValue(state.execution.standingsAtom)
  const repetitions = useAtomValue(state.execution.repetitionsAtom)
  const calls = runnable.length * repetitions
  const { words, RunMenu } = useRunWords()
  const will = words?.willOf(
    standings.filter(({ canRun }) => canRun),
    repetitions,
  )
  const shared = {
    kind: 'primary',
    icon: Play,
    iconFilled: true,
    'data-testid': 'run',
    'data-calls': calls,
    title: will,
    onClick: () => run(runnable),
    disabledReason: useBlockedReason(),
  } as const
  const word = say('run', { calls: formats.integer(calls) })
  if (form === 'narrow')
    return (
      <Button {...shared} size={44}>
        {word}
        <HighestPrice />
      </Button>
    )
  return (
    <SplitButton {...shared} size={32} keys="$mod+Enter" menuLabel={say('runMenu')} menu={RunMenu && words && <RunMenu words={words} />}>
      {word}
    </SplitButton>
  )
}

function HighestPrice() {
  const say = useText('run')
  const formats = useFormats()
  const { highUsd } = useEstimate()
  return highUsd === null ? null : <span className={css.price}>{say('atMost', { money: formats.money(highUsd) })}</span>
}

function Running({ form }: { readonly form: 'wide' | 'folded' | 'narrow' }) {
  const say = useText('run')
  const { state, stop } = usePlayground()
  const progress = useAtomValue(state.execution.progressAtom)
  const total = progress?.total ?? 0
  const done = progress === null ? 0 : progress.done + progress.failed + progress.stopped
  const share = total === 0 ? 0 : done / total
  if (form === 'narrow')
    return (
      <Button kind="stop" size={44} icon={Square} iconFilled data-testid="stop" onClick={() => stop()}>
        {say('stop')}
        <span className={css.price}>{say('doneOf', { done, total })}</span>
      </Button>
    )
  return (
    <>
      <Button size={32} className={css.running} aria-disabled data-testid="run" data-calls={total}>
        <ProgressRing share={share} />
        {say('running', { done, total })}
      </Button>
      <PauseButton />
      <Button kind="stop" size={32} icon={Square} iconFilled keys="Escape" data-testid="stop" onClick={() => stop()}>
        {say('stop')}
      </Button>
    </>
  )
}
