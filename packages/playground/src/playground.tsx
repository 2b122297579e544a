'use client'

import './styles/tokens.css'
import './styles/derived.css'
import './styles/base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Provider, useAtomValue } from 'jotai'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { PlaygroundBindings } from './bindings.ts'
import { stateOf } from './check-bindings.ts'
import { fittingLocale } from './messages/languages.ts'
import { useTextsIn } from './messages/use-texts-in.ts'
import { PlaygroundRoot } from './panels/frame/playground-root.tsx'
import type { PlaygroundProps } from './playground-props.ts'
import { createSettings } from './settings/create-settings.ts'
import { directionOf } from './text-direction.ts'

const never = () => () => undefined

const failureOf = (bindings: PlaygroundBindings, code: string) => (error: unknown) =>
  bindings.events?.emit({ type: 'error', error: { code, message: error instanceof Error ? error.message : String(error) } })

/**
 * The playground, for hosts that use React. Everything it holds belongs to this mount: two of them share nothing, and unmounting leaves
 * nothing behind. On a server it renders an empty frame.
 *
 * *Errors*: throws `BindingsError` while rendering where the bindings do not fit.
 */
export function Playground(props: PlaygroundProps) {
  const { bindings, messages, dir = 'auto', settings: kept } = props
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const state = stateOf(bindings)
  const store = props.store ?? state.store
  const settings = useMemo(
    () => createSettings({ store, densityAtom: state.view.densityAtom, binding: kept, onError: failureOf(bindings, 'settings') }),
    [bindings, store, state, kept],
  )
  const chosen = useAtomValue(settings.atom, { store }).language
  const locale = props.locale ?? chosen ?? (isInBrowser ? fittingLocale(navigator.languages) : 'en')
  const onTextsError = useMemo(() => failureOf(bindings, 'language'), [bindings])
  const texts = useTextsIn(locale, messages, onTextsError)
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 60_000, refetchOnWindowFocus: false } } }),
  )
  if (!isInBrowser || texts === null) return <div className="vitrine-root" data-testid="vitrine" aria-busy="true" />
  const direction = dir === 'auto' ? directionOf(texts.language) : dir
  return (
    <Provider store={store}>
      <QueryClientProvider client={queries}>
        <I18nextProvider i18n={texts}>
          <CSPProvider disableStyleElements>
            <DirectionProvider direction={direction}>
              <PlaygroundRoot {...props} state={state} chosen={settings} direction={direction} />
            </DirectionProvider>
          </CSPProvider>
        </I18nextProvider>
      </QueryClientProvider>
    </Provider>
  )
}
