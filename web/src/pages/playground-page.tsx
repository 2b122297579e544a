import { FIRST_VISIT, Playground, type PlaygroundBindings, type SettingsBinding } from '@vitrine/playground'
import type { Theme } from '../shell/use-theme.ts'
import { en } from '../messages/en.ts'
import css from '../shell/shell.module.css'

interface PlaygroundPageProps {
  readonly bindings: PlaygroundBindings
  readonly theme: Theme
  readonly onTheme: (theme: Theme) => void
  readonly settings: SettingsBinding
}

export function PlaygroundPage({ bindings, theme, onTheme, settings }: PlaygroundPageProps) {
  return (
    <div className={css['fill']}>
      <h1 className="vitrine-unseen">{en.playground}</h1>
      <Playground bindings={bindings} theme={theme} onThemeChange={onTheme} settings={settings} shortcuts="page" example={FIRST_VISIT} />
    </div>
  )
}
