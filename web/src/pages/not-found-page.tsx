import { Link } from 'wouter'
import { en } from '../messages/en.ts'
import css from './page.module.css'

export function NotFoundPage() {
  return (
    <section className={css['message']}>
      <h1>{en.notFound.title}</h1>
      <p>{en.notFound.text}</p>
      <Link className={css['action']} href="/playground">
        {en.notFound.action}
      </Link>
    </section>
  )
}
