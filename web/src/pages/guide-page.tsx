import { Link } from 'wouter'
import { GUIDE_PAGES, guideText, pictureUrl } from '../guide/guide-files.ts'
import { type GuideBlock, type GuideWords, readGuide } from '../guide/read-guide.ts'
import { useHostTexts } from '../messages/use-host-texts.ts'
import css from './guide-page.module.css'
import { NotFoundPage } from './not-found-page.tsx'

/** A page of the guide, with the way to the others. It is written in English. */
export function GuidePage({ name = GUIDE_PAGES[0] }: { readonly name?: string | undefined }) {
  const texts = useHostTexts()
  const text = guideText(name)
  if (text === null) return <NotFoundPage />
  return (
    <div className={css['guide']} lang="en" dir="ltr">
      <nav aria-label={texts.guide} className={css['pages']}>
        {GUIDE_PAGES.map((page) => (
          <Link key={page} href={`/guide/${page}`} aria-current={page === name ? 'page' : undefined}>
            {titleOf(page)}
          </Link>
        ))}
      </nav>
      <article className={css['text']}>
        {Object.entries(readGuide(text)).map(([place, block]) => (
          <Block key={place} block={block} />
        ))}
      </article>
    </div>
  )
}

function titleOf(name: string): string {
  const [title] = readGuide(guideText(name) ?? '')
  return title?.kind === 'title' ? title.words.map(({ text }) => text).join('') : name
}

function Block({ block }: { readonly block: GuideBlock }) {
  switch (block.kind) {
    case 'title':
      return (
        <h1>
          <Words words={block.words} />
        </h1>
      )
    case 'text':
      return (
        <p>
          <Words words={block.words} />
        </p>
      )
    case 'steps':
      return (
        <ol start={block.first}>
          {Object.entries(block.steps).map(([place, words]) => (
            <li key={place}>
              <Words words={words} />
            </li>
          ))}
        </ol>
      )
    case 'picture':
      return <img src={pictureUrl(block.path)} alt={block.words} width={1280} height={800} loading="lazy" />
    default:
      return block satisfies never
  }
}

const TAGS = { plain: 'span', control: 'b', code: 'code' } as const

function Words({ words }: { readonly words: readonly GuideWords[] }) {
  return Object.entries(words).map(([place, { kind, text }]) => {
    const Tag = TAGS[kind]
    return <Tag key={place}>{text}</Tag>
  })
}
