import { en } from '../messages/en.ts'
import css from './page.module.css'

export function StartFailure({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <section className={css['message']} role="alert" data-testid="error-notice" data-code="start">
      <h1>{en.startFailure.title}</h1>
      <p>{message}</p>
      <button type="button" className={css['action']} onClick={onRetry}>
        {en.startFailure.action}
      </button>
    </section>
  )
}
