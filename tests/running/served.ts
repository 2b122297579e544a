import { type FakeProvider, type ReplyFunction, startFakeProvider } from '@vitrine/testkit'
import type { Browser } from 'playwright'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser, type PageOptions, type WatchedPage } from './browser-page.ts'
import { openPlayground } from './playground-page.ts'
import { type ServiceProcess, startService } from './service-process.ts'
import { standing } from './standing.ts'

type Environment = Readonly<Record<string, string>>

export interface Served {
  readonly service: ServiceProcess
  readonly browser: Browser
}

/** A service and a browser for all tests of the file, or of the `describe`, that asks for them. */
export function served(env: Environment | (() => Environment) = {}): Served {
  const now = standing(
    async () => {
      const [service, browser] = await Promise.all([startService(typeof env === 'function' ? env() : env), launchBrowser()])
      return { service, browser }
    },
    async ({ service, browser }) => {
      await browser.close()
      await service.stop()
    },
  )
  return {
    get service() {
      return now().service
    },
    get browser() {
      return now().browser
    },
  }
}

export interface ServedOverFake extends Served {
  readonly provider: FakeProvider
}

/** The same, where the service takes a fake provider for OpenAI, with that key; `reply` is there before the service asks for anything. */
export function servedOverFake(reply?: ReplyFunction, key = 'sk-test-0123456789'): ServedOverFake {
  const provider = standing(
    async () => {
      const started = await startFakeProvider()
      if (reply) started.respond(reply)
      return started
    },
    (started) => started.close(),
  )
  const on = served(() => ({ OPENAI_API_KEY: key, OPENAI_BASE_URL: provider().baseUrl }))
  return {
    get service() {
      return on.service
    },
    get browser() {
      return on.browser
    },
    get provider() {
      return provider()
    },
  }
}

/** A playground of its own for every test, closed after it; `onOpen` is given each. */
export function freshPlayground(on: Served, onOpen: (visit: WatchedPage) => void, options?: PageOptions): void {
  let visit: WatchedPage | null = null
  beforeEach(async () => {
    visit = await openPlayground(on.browser, on.service.origin, options)
    onOpen(visit)
  })
  afterEach(() => visit?.context.close())
}

/** One playground for all tests, which go on where the one before them ended; `onOpen` is given it before the first. */
export function onePlayground(on: Served, onOpen: (visit: WatchedPage) => void | Promise<void>): void {
  const visit = standing(
    () => openPlayground(on.browser, on.service.origin),
    ({ context }) => context.close(),
  )
  beforeAll(() => onOpen(visit()))
}
