import type { SettingsBinding } from '@vitrine/playground'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import type { Session } from './development-token.ts'
import { en } from './messages/en.ts'
import { StartFailure } from './pages/start-failure.tsx'
import type { BrowserStore } from './shell/browser-store.ts'
import { Shell } from './shell/shell.tsx'
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
  const { halfLoaded, halfLoadedMore } = en.startFailure
  return <StartFailure title={halfLoaded} message={halfLoadedMore} onRetry={() => globalThis.location.reload()} />
}

/** The host application: the shell, and in it the page of the address. */
export function App({ store, ...props }: { origin: string; session: Session; store: BrowserStore }) {
  const [attempt, setAttempt] = useState(0)
  const { theme, choose, turn } = useTheme(store)
  const [settings] = useState<SettingsBinding>(() => ({
    load: () => store.load('settings'),
    save: (next) => store.save('settings', next),
  }))
  return (
    <Shell theme={theme} onTheme={turn}>
      <Suspense>
        <Workplace key={attempt} {...props} theme={theme} onTheme={choose} settings={settings} onRetry={() => setAttempt(attempt + 1)} />
      </Suspense>
    </Shell>
  )
}
