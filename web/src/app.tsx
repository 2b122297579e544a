import { createStatelessBindings, FIRST_VISIT, type PlaygroundBindings } from '@vitrine/playground'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { Session } from './development-token.ts'
import { en } from './messages/en.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PlaygroundPage } from './pages/playground-page.tsx'
import { StartFailure } from './pages/start-failure.tsx'
import { Shell } from './shell/shell.tsx'
import { type Theme, useTheme } from './shell/use-theme.ts'

const ModelsPage = lazy(async () => ({ default: (await import('./pages/models-page.tsx')).ModelsPage }))

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'open'; readonly bindings: PlaygroundBindings }

const titleOf = (path: string) => (path === '/models' ? en.models : en.playground)

/** The host application: the shell, and in it the page of the address. */
export function App(props: { origin: string; session: Session }) {
  const [attempt, setAttempt] = useState(0)
  const { theme, turn } = useTheme()
  const [path] = useLocation()
  useEffect(() => {
    document.title = `${titleOf(path)} · ${en.product}`
  }, [path])
  return (
    <Shell theme={theme} onTheme={turn}>
      <Workplace key={attempt} {...props} theme={theme} onRetry={() => setAttempt(attempt + 1)} />
    </Shell>
  )
}

/** Opens the project once. The draft lives as long as this page, so looking at another page and coming back loses nothing. */
function Workplace({ origin, session, theme, onRetry }: { origin: string; session: Session; theme: Theme; onRetry: () => void }) {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })

  useEffect(() => {
    let bindings: PlaygroundBindings | null = null
    let isGone = false
    async function open() {
      const answer = await session.open()
      if (isGone) return
      if (!answer.ok) {
        setOpened({ kind: 'refused', message: answer.message })
        return
      }
      bindings = createStatelessBindings({
        serviceUrl: origin,
        projectId: answer.projectId,
        getToken: () => session.getToken(),
        initial: FIRST_VISIT,
        // A glass case: every event of every run can be looked at.
        wire: 'full',
      })
      setOpened({ kind: 'open', bindings })
    }
    void open()
    return () => {
      isGone = true
      bindings?.dispose?.()
    }
  }, [origin, session])

  if (opened.kind === 'opening') return null
  if (opened.kind === 'refused') return <StartFailure message={opened.message} onRetry={onRetry} />
  return (
    <Suspense>
      <Switch>
        <Route path="/models">
          <ModelsPage bindings={opened.bindings} />
        </Route>
        <Route path={/^\/(playground)?$/}>
          <PlaygroundPage bindings={opened.bindings} theme={theme} />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  )
}
