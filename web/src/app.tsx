import { createStatelessBindings, FIRST_VISIT, type PlaygroundBindings } from '@vitrine/playground'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { Session } from './development-token.ts'
import { en } from './messages/en.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PlaygroundPage } from './pages/playground-page.tsx'
import { StartFailure } from './pages/start-failure.tsx'
import { Shell } from './shell/shell.tsx'
import { useTheme } from './shell/use-theme.ts'

const ModelsPage = lazy(async () => ({ default: (await import('./pages/models-page.tsx')).ModelsPage }))

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'open'; readonly bindings: PlaygroundBindings }

const titleOf = (path: string) => (path === '/models' ? en.models : en.playground)

/** Opens the project once. The draft lives as long as this page, so looking at another page and coming back loses nothing. */
export function App({ origin, session }: { origin: string; session: Session }) {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const { theme, turn } = useTheme()
  const [path] = useLocation()

  useEffect(() => {
    let bindings: PlaygroundBindings | null = null
    let isGone = false
    void session.open().then((answer) => {
      if (isGone) return
      if (!answer.ok) return setOpened({ kind: 'refused', message: answer.message })
      bindings = createStatelessBindings({
        serviceUrl: origin,
        projectId: answer.projectId,
        getToken: () => session.getToken(),
        initial: FIRST_VISIT,
        // A glass case: every event of every run can be looked at.
        wire: 'full',
      })
      setOpened({ kind: 'open', bindings })
    })
    return () => {
      isGone = true
      bindings?.dispose?.()
    }
  }, [origin, session, attempt])

  useEffect(() => {
    document.title = `${titleOf(path)} · ${en.product}`
  }, [path])

  const retry = () => {
    setOpened({ kind: 'opening' })
    setAttempt(attempt + 1)
  }
  return (
    <Shell theme={theme} onTheme={turn}>
      {opened.kind === 'refused' && <StartFailure message={opened.message} onRetry={retry} />}
      {opened.kind === 'open' && (
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
      )}
    </Shell>
  )
}
