import type { SettingsBinding } from '@vitrine/playground'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import type { Session } from './development-token.ts'
import { HostLanguageContext, useHostTexts } from './messages/use-host-texts.ts'
import { StartFailure } from './pages/start-failure.tsx'
import type { BrowserStore } from './shell/browser-store.ts'
import { Shell } from './shell/shell.tsx'
import { useLanguage } from './shell/use-language.ts'
import { useTheme } from './shell/use-theme.ts'
import type { WorkplaceProps } from './workplace.tsx'

// Asked for at once, beside the shell: what a page is made of stands before all that works in it.
const arriving: Promise<ComponentType<WorkplaceProps>> = import('./workplace.tsx').then(
  ({ Workplace: loaded }) => loaded,
  () => HalfLoaded,
)
const Workplace = lazy(async () => ({ default: await arriving }))

/** The shell alone came through. */
function HalfLoaded() {
  const { halfLoaded, halfLoadedMore } = useHostTexts().startFailure
  return <StartFailure title={halfLoaded} message={halfLoadedMore} onRetry={() => globalThis.location.reload()} />
}

export interface AppProps {
  readonly origin: string
  readonly session: Session
  readonly store: BrowserStore
  /** The languages that the browser asks for, the most wanted first. */
  readonly languages: readonly string[]
}

/** The host application: the shell, and in it the page of the address. Nothing is drawn until the words of its language are there. */
export function App({ store, languages, ...props }: AppProps) {
  const { shown, choose: chooseLanguage } = useLanguage(store, languages)
  const [attempt, setAttempt] = useState(0)
  const { theme, choose, turn } = useTheme(store)
  const [hasRuns, setHasRuns] = useState(false)
  const [settings] = useState<SettingsBinding>(() => ({
    load: () => store.load('settings'),
    save: (next) => store.save('settings', next),
  }))
  if (shown === null) return null
  return (
    <HostLanguageContext value={shown}>
      <Shell theme={theme} onTheme={turn} onLanguage={chooseLanguage} hasRuns={hasRuns}>
        <Suspense>
          <Workplace
            key={attempt}
            {...props}
            theme={theme}
            onTheme={choose}
            onLanguage={chooseLanguage}
            settings={settings}
            onRuns={setHasRuns}
            onRetry={() => setAttempt(attempt + 1)}
          />
        </Suspense>
      </Shell>
    </HostLanguageContext>
  )
}
