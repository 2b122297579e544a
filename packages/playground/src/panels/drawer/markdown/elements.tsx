import { ImageOff, Square, SquareCheck } from 'lucide-react'
import { Children, type ReactNode } from 'react'
import type { Components } from 'react-markdown'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { CodeBlock } from './code-block.tsx'
import { LinkButton } from './link-button.tsx'
import css from './markdown.module.css'
import { safeAddress } from './safe-address.ts'

interface Held {
  readonly children?: ReactNode
}

/** An answer stands inside of a page that has headings of its own. */
const heading = (Level: 'h3' | 'h4' | 'h5' | 'h6') =>
  function Heading({ children }: Held) {
    return <Level dir="auto">{children}</Level>
  }

/** An image is an address that somebody would learn of by its being shown. */
function BlockedImage({ alt }: { readonly alt?: string | undefined }) {
  const say = useText('drawer')
  return (
    <span className={css.image}>
      <Icon of={ImageOff} size={14} />
      {alt ? say('blockedImage', { words: alt }) : say('blockedImagePlain')}
    </span>
  )
}

function Task({ checked }: { readonly checked?: boolean | undefined }) {
  const say = useText('drawer')
  return (
    <span className={css.task}>
      <Icon of={checked === true ? SquareCheck : Square} size={14} />
      <span className="vitrine-unseen">{say(checked === true ? 'taskDone' : 'taskOpen')}</span>
    </span>
  )
}

function Table({ children }: Held) {
  const say = useText('drawer')
  return (
    <div className={css.tableBox} role="group" aria-label={say('tableScroll')} tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}

/** Line ends between what an item holds are the parser's own; those inside of its text are the writer's. */
const withoutLineEnds = (children: ReactNode): ReactNode => Children.toArray(children).filter((child) => child !== '\n')

/** What stands for the elements of Markdown. Ids are left out: two answers on a page would share them. */
export const ELEMENTS: Components = {
  h1: heading('h3'),
  h2: heading('h4'),
  h3: heading('h5'),
  h4: heading('h6'),
  h5: heading('h6'),
  h6: heading('h6'),
  p: ({ children }) => <p dir="auto">{children}</p>,
  li: ({ children, className }) => (
    <li dir="auto" className={className === 'task-list-item' ? css.taskItem : undefined}>
      {withoutLineEnds(children)}
    </li>
  ),
  blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
  pre: ({ node }) => <CodeBlock node={node} />,
  code: ({ children }) => <code dir="ltr">{children}</code>,
  img: ({ alt }) => <BlockedImage alt={alt} />,
  input: ({ checked }) => <Task checked={checked} />,
  table: Table,
  section: ({ children }) => <section className={css.notes}>{children}</section>,
  a: ({ href, children }) => {
    const address = safeAddress(href)
    return address === null ? children : <LinkButton address={address}>{children}</LinkButton>
  },
}
