import type { ExtraProps } from 'react-markdown'
import { useText } from '../../../messages/use-text.ts'
import { CopyButton } from '../copy-button.tsx'
import css from './markdown.module.css'

/** A piece of code of an answer: its language, and the way to take it along. */
export function CodeBlock({ node }: Pick<ExtraProps, 'node'>) {
  const say = useText('drawer')
  const code = node?.children.find((child) => child.type === 'element')
  const text = code?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? ''
  const names = code?.properties['className']
  const language = Array.isArray(names)
    ? names
        .map(String)
        .find((name) => name.startsWith('language-'))
        ?.slice(9)
    : undefined
  const label = language === undefined ? say('codePlain') : say('codeIn', { language })
  return (
    <figure className={css.code} dir="ltr">
      <figcaption>
        <bdi>{language ?? label}</bdi>
        <CopyButton text={text} />
      </figcaption>
      <pre role="group" tabIndex={0} aria-label={label}>
        <code>{text.replace(/\n$/, '')}</code>
      </pre>
    </figure>
  )
}
