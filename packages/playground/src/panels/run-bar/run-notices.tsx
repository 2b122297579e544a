import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useIsOnline } from '../../ui/use-is-online.ts'
import css from './run-notices.module.css'
import { useTemplateProblem } from './use-template-problem.ts'
import { latePart } from '../../ui/late-part.tsx'

const HaltNotice = latePart(async () => (await import('./halt-notice.tsx')).HaltNotice)
const AskedRun = latePart(async () => (await import('./asked-run.tsx')).AskedRun)

/** What concerns the whole run: no network, a template that does not parse. */
export function RunNotices() {
  const isOnline = useIsOnline()
  const { state } = usePlayground()
  const problem = useAtomValue(state.prompt.problemsAtom)[0]
  const halt = useAtomValue(state.execution.haltAtom)
  const asked = useAtomValue(state.view.askedRunAtom)
  if (isOnline && problem === undefined && halt === null && asked === null) return null
  return (
    <div className={css.notices}>
      {halt !== null && <HaltNotice halt={halt} />}
      {asked !== null && <AskedRun />}
      {!isOnline && <Offline />}
      {problem !== undefined && <BrokenTemplate />}
    </div>
  )
}

function Offline() {
  const say = useText('frame')
  const { state } = usePlayground()
  const isRunning = useAtomValue(state.execution.isRunningAtom)
  const progress = useAtomValue(state.execution.progressAtom)
  const title =
    isRunning && progress !== null
      ? say('offlineRunning', { done: progress.done, waiting: progress.queued + progress.retrying + progress.running })
      : say('offlineIdle')
  return <Notice tone="warning" code="offline" title={title} />
}

function BrokenTemplate() {
  const say = useText('run')
  const sayError = useText('errors')
  const { goTo } = usePlayground()
  const problem = useTemplateProblem()
  if (problem === null) return null
  const { place, text } = problem
  return (
    <Notice
      tone="danger"
      code="template_syntax"
      title={say('templateBroken')}
      action={
        <Button size={24} onClick={() => goTo(place)}>
          {place.kind === 'message' ? sayError('goToMessage', { number: place.index + 1 }) : sayError('goToSettings')}
        </Button>
      }
    >
      <bdi>{text}</bdi>
    </Notice>
  )
}
