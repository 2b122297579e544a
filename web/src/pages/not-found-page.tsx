import { Link } from 'wouter'
import { useHostTexts } from '../messages/use-host-texts.ts'
import css from './page.module.css'

export function NotFoundPage() {
  const { notFound } = useHostTexts()
  return (
    <section className={css['message']}>
      <h1>{notFound.title}</h1>
      <p>{notFound.text}</p>
      <Link className={css['action']} href="/playground">
        {notFound.action}
      </Link>
    </section>
  )
}
