import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { useHostTexts } from '../messages/use-host-texts.ts'
import { LanguageSelect } from './language-select.tsx'
import css from './shell.module.css'
import type { Theme } from './use-theme.ts'

const THEME_ICONS = { auto: Monitor, light: Sun, dark: Moon }

function PageLink({ href, pattern, children }: { href: string; pattern: string | RegExp; children: ReactNode }) {
  const [isHere] = useRoute(pattern)
  return (
    <Link href={href} className={css['link']} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}

export interface ShellProps {
  readonly theme: Theme
  readonly onTheme: () => void
  readonly onLanguage: (language: string) => void
  /** Whether there is something to see under Runs. */
  readonly hasRuns: boolean
  readonly children: ReactNode
}

/** The top bar of the host application; an embedded playground has none. It names only what exists. */
export function Shell(props: ShellProps) {
  const texts = useHostTexts()
  const ThemeIcon = THEME_ICONS[props.theme]
  return (
    <div className={`vitrine-root ${css['shell']}`} data-theme={props.theme === 'auto' ? undefined : props.theme}>
      <a className={css['skip']} href="#content">
        {texts.skip}
      </a>
      <header className={css['bar']}>
        <Link href="/" className={css['product']}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path fill="currentColor" d="M3 1.5h14v11H3z" />
            <path className={css['glass']} d="M4.75 3.25h10.5v7.5H4.75z" />
            <circle className={css['exhibit']} cx="10" cy="7" r="2.25" />
            <path fill="currentColor" d="M5 13.5h10v5H5z" />
          </svg>
          <span className={css['word']}>{texts.product}</span>
        </Link>
        <nav className={css['nav']} aria-label={texts.navigation}>
          <PageLink href="/playground" pattern={/^\/(playground)?$/}>
            {texts.playground}
          </PageLink>
          {props.hasRuns && (
            <PageLink href="/runs" pattern={/^\/runs(\/.*)?$/}>
              {texts.runs}
            </PageLink>
          )}
          <PageLink href="/models" pattern="/models">
            {texts.models}
          </PageLink>
        </nav>
        <span className={css['grow']} />
        <PageLink href="/guide" pattern={/^\/guide(\/.*)?$/}>
          {texts.guide}
        </PageLink>
        <a className={css['link']} href="/docs">
          {texts.documentation}
        </a>
        <LanguageSelect onChoose={props.onLanguage} />
        <button
          type="button"
          className={css['theme']}
          onClick={props.onTheme}
          aria-label={texts.theme[props.theme]}
          title={texts.theme[props.theme]}
        >
          <ThemeIcon size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </header>
      <main id="content" className={css['content']} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  )
}
