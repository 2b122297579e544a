import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@vitrine/playground/tokens.css'
import '@vitrine/playground/derived.css'
import './page.css'
import { App } from './app.tsx'
import { createDevelopmentToken } from './development-token.ts'

const host = document.getElementById('vitrine-app')
if (!host) throw new Error('The page has no element with the id vitrine-app.')
const origin = globalThis.location.origin
const session = createDevelopmentToken({ origin, fetch: (input, init) => globalThis.fetch(input, init) })
createRoot(host).render(
  <StrictMode>
    <App origin={origin} session={session} />
  </StrictMode>,
)
