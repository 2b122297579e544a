import { useHostTexts } from '../messages/use-host-texts.ts'
import css from './page.module.css'

export interface StartFailureProps {
  readonly title?: string
  readonly message: string
  readonly onRetry: () => void
}

export function StartFailure({ title, message, onRetry }: StartFailureProps) {
  const { startFailure } = useHostTexts()
  return (
    <section className={css['message']} role="alert" data-testid="error-notice" data-code="start">
      <h1>{title ?? startFailure.title}</h1>
      <p>{message}</p>
      <button type="button" className={css['action']} onClick={onRetry}>
        {startFailure.action}
      </button>
    </section>
  )
}
