import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@vitrine/playground/tokens.css'
import '@vitrine/playground/derived.css'
import './page.css'
import { App } from './app.tsx'
import { createDevelopmentToken } from './development-token.ts'
import { createBrowserStore } from './shell/browser-store.ts'

const host = document.getElementById('vitrine-app')
if (!host) throw new Error('The page has no element with the id vitrine-app.')
const origin = globalThis.location.origin
const session = createDevelopmentToken({ origin, fetch: (input, init) => globalThis.fetch(input, init) })
const store = createBrowserStore(() => globalThis.localStorage)
createRoot(host).render(
  <StrictMode>
    <App origin={origin} session={session} store={store} languages={navigator.languages} />
  </StrictMode>,
)
