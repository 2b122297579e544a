import { useCauseWords } from '../../messages/cause-words.ts'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { viewFailure } from '../output/failure.ts'
import css from './generate.module.css'
import type { AskPhase } from './use-generate.ts'

/** What came of asking; what cannot be used can be looked at all the same. */
export function Came({ phase, model }: { readonly phase: AskPhase; readonly model: string }) {
  const say = useText('generate')
  const sayError = useText('errors')
  const causeWords = useCauseWords()
  const formats = useFormats()
  switch (phase.kind) {
    case 'idle':
      return null
    case 'asking':
    case 'stopped':
      return (
        <p role="status" className={css.small}>
          {phase.kind === 'asking' ? say('asking', { model }) : say('stopped')}
        </p>
      )
    case 'failed': {
      const { failure } = phase
      const view = viewFailure(failure)
      return (
        <Notice
          tone="danger"
          code={failure.code}
          title={view.title === 'other' ? sayError('other', { code: failure.code }) : sayError(view.title)}
        >
          <bdi title={view.told.message}>{causeWords(view.told)}</bdi>
          {failure.meta !== undefined && <Raw text={JSON.stringify(failure, null, 2)} />}
        </Notice>
      )
    }
    case 'no-cases':
      return (
        <Notice tone="danger" code="no-cases" title={say('noCasesTitle')}>
          {say('noCasesMore')}
          <Raw text={phase.text} />
        </Notice>
      )
    case 'came':
      return (
        <>
          {phase.isCut && (
            <Notice tone="warning" code="cut" title={say('cutTitle')}>
              {say('cutMore')}
            </Notice>
          )}
          <div ref={toTop} className={css.came}>
            <p role="status">
              {say('came', { count: phase.count, money: formats.money(phase.costUsd) })}
              {phase.leftOut > 0 && ` ${say('leftOut', { count: phase.leftOut })}`}
            </p>
            <Raw text={phase.text} />
          </div>
        </>
      )
    default:
      return phase satisfies never
  }
}

/** What came begins where the form ends, which may be out of sight. */
function toTop(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'start' })
}

/** More of an answer is not laid out at once. Characters. */
const SHOWN = 100_000

function Raw({ text }: { readonly text: string }) {
  const say = useText('generate')
  return (
    <details className={css.details}>
      <summary>{say('raw')}</summary>
      <pre className={css.raw} dir="auto" tabIndex={0} aria-label={say('raw')} data-testid="raw-answer">
        {text.slice(0, SHOWN)}
      </pre>
    </details>
  )
}
