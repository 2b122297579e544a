import { en } from '../messages/en.ts'
import css from './page.module.css'

export interface StartFailureProps {
  readonly title?: string
  readonly message: string
  readonly onRetry: () => void
}

export function StartFailure({ title = en.startFailure.title, message, onRetry }: StartFailureProps) {
  return (
    <section className={css['message']} role="alert" data-testid="error-notice" data-code="start">
      <h1>{title}</h1>
      <p>{message}</p>
      <button type="button" className={css['action']} onClick={onRetry}>
        {en.startFailure.action}
      </button>
    </section>
  )
}
