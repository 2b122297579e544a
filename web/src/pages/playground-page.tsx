import { FIRST_VISIT, Playground, type PlaygroundBindings, type PlaygroundHandle, type SettingsBinding } from '@vitrine/playground'
import { useCallback, useRef } from 'react'
import type { Theme } from '../shell/use-theme.ts'
import { en } from '../messages/en.ts'
import css from '../shell/shell.module.css'
import { useFilterAddress } from './use-filter-address.ts'
import { useLinks } from './use-links.ts'

interface PlaygroundPageProps {
  readonly origin: string
  readonly bindings: PlaygroundBindings
  readonly theme: Theme
  readonly onTheme: (theme: Theme) => void
  readonly settings: SettingsBinding
}

export function PlaygroundPage({ origin, bindings, theme, onTheme, settings }: PlaygroundPageProps) {
  const playground = useRef<PlaygroundHandle>(null)
  const filtering = useFilterAddress()
  useLinks(playground)
  const linkTo = useCallback((fragment: string) => `${origin}/playground${fragment}`, [origin])
  return (
    <div className={css['fill']}>
      <h1 className="vitrine-unseen">{en.playground}</h1>
      <Playground
        {...filtering}
        ref={playground}
        linkTo={linkTo}
        bindings={bindings}
        theme={theme}
        onThemeChange={onTheme}
        settings={settings}
        shortcuts="page"
        example={FIRST_VISIT}
      />
    </div>
  )
}
