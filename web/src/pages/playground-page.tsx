import { FIRST_VISIT, Playground, type PlaygroundBindings, type PlaygroundHandle, type SettingsBinding } from '@vitrine/playground'
import { use, useCallback, useRef } from 'react'
import type { Theme } from '../shell/use-theme.ts'
import { HostLanguageContext } from '../messages/use-host-texts.ts'
import css from '../shell/shell.module.css'
import { useFilterAddress } from './use-filter-address.ts'
import { useLinks } from './use-links.ts'

interface PlaygroundPageProps {
  readonly origin: string
  readonly bindings: PlaygroundBindings
  readonly theme: Theme
  readonly onTheme: (theme: Theme) => void
  readonly onLanguage: (language: string) => void
  readonly settings: SettingsBinding
}

export function PlaygroundPage({ origin, bindings, theme, onTheme, onLanguage, settings }: PlaygroundPageProps) {
  const { locale, texts } = use(HostLanguageContext)
  const playground = useRef<PlaygroundHandle>(null)
  const filtering = useFilterAddress()
  useLinks(playground)
  const linkTo = useCallback((fragment: string) => `${origin}/playground${fragment}`, [origin])
  return (
    <div className={css['fill']}>
      <h1 className="vitrine-unseen">{texts.playground}</h1>
      <Playground
        {...filtering}
        ref={playground}
        linkTo={linkTo}
        bindings={bindings}
        theme={theme}
        onThemeChange={onTheme}
        locale={locale}
        onLocaleChange={onLanguage}
        settings={settings}
        shortcuts="page"
        example={FIRST_VISIT}
      />
    </div>
  )
}
