import { createBrowserJournal, type Journal } from '@vitrine/playground/journal'
import { createStatelessBindings, FIRST_VISIT, type PlaygroundBindings, type SettingsBinding } from '@vitrine/playground'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { OpeningRefusal, Session } from './development-token.ts'
import type { HostTexts } from './messages/host-texts.ts'
import { useHostTexts } from './messages/use-host-texts.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PlaygroundPage } from './pages/playground-page.tsx'
import { StartFailure } from './pages/start-failure.tsx'
import { useHasRuns } from './pages/use-has-runs.ts'
import { useTabTitle } from './shell/use-tab-title.ts'
import type { Theme } from './shell/use-theme.ts'

const RunsPage = lazy(async () => ({ default: (await import('./pages/runs-page.tsx')).RunsPage }))
const ComparePage = lazy(async () => ({ default: (await import('./pages/compare-page.tsx')).ComparePage }))
const GuidePage = lazy(async () => ({ default: (await import('./pages/guide-page.tsx')).GuidePage }))
const ModelsPage = lazy(async () => ({ default: (await import('./pages/models-page.tsx')).ModelsPage }))

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly refusal: OpeningRefusal }
  | { readonly kind: 'open'; readonly bindings: PlaygroundBindings }

function titleOf(path: string, texts: HostTexts): string {
  if (path === '/models') return texts.models
  if (path.startsWith('/guide')) return texts.guide
  return path.startsWith('/runs') ? texts.runs : texts.playground
}

function refusalText(refusal: OpeningRefusal, { startFailure }: HostTexts): string {
  if (refusal.kind === 'production') return startFailure.production
  return refusal.kind === 'silent' ? startFailure.silent(refusal.origin) : startFailure.answered(String(refusal.status))
}

export interface WorkplaceProps {
  readonly origin: string
  readonly session: Session
  readonly theme: Theme
  readonly onTheme: (theme: Theme) => void
  readonly onLanguage: (language: string) => void
  readonly settings: SettingsBinding
  /** Whether there is something to see under Runs. */
  readonly onRuns: (hasRuns: boolean) => void
  readonly onRetry: () => void
}

/** Opens the project once. The draft lives as long as this page, so looking at another page and coming back loses nothing. */
export function Workplace({ origin, session, onRuns, onRetry, ...chosen }: WorkplaceProps) {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  const [path] = useLocation()
  const texts = useHostTexts()
  const [journal] = useState<Journal>(() => createBrowserJournal())
  useHasRuns(journal, onRuns)
  useTabTitle(titleOf(path, texts), texts.product, opened.kind === 'open' ? opened.bindings : null)

  useEffect(() => {
    let bindings: PlaygroundBindings | null = null
    let isGone = false
    async function open() {
      const answer = await session.open()
      if (isGone) return
      if (!answer.ok) {
        setOpened({ kind: 'refused', refusal: answer.refusal })
        return
      }
      const made = createStatelessBindings({
        serviceUrl: origin,
        projectId: answer.projectId,
        getToken: () => session.getToken(),
        initial: FIRST_VISIT,
        // A glass case: every event of every run can be looked at.
        wire: 'full',
      })
      bindings = { ...made, journal }
      setOpened({ kind: 'open', bindings })
    }
    void open()
    return () => {
      isGone = true
      bindings?.dispose?.()
    }
  }, [origin, session, journal])

  if (opened.kind === 'opening') return null
  if (opened.kind === 'refused') return <StartFailure message={refusalText(opened.refusal, texts)} onRetry={onRetry} />
  return (
    <Suspense>
      <Switch>
        <Route path="/models">
          <ModelsPage bindings={opened.bindings} />
        </Route>
        <Route path="/guide/:name?">{({ name }) => <GuidePage name={name} />}</Route>
        <Route path="/runs">
          <RunsPage bindings={opened.bindings} journal={journal} />
        </Route>
        <Route path="/runs/:left/:right">{({ left, right }) => <ComparePage journal={journal} left={left} right={right} />}</Route>
        <Route path={/^\/(playground)?$/}>
          <PlaygroundPage origin={origin} bindings={opened.bindings} {...chosen} />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  )
}
