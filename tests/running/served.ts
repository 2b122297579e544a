import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser, type PageOptions, type WatchedPage } from './browser-page.ts'
import { openPlayground } from './playground-page.ts'
import { type ServiceProcess, startService } from './service-process.ts'

export interface Served {
  readonly service: ServiceProcess
  readonly browser: Browser
}

/** A service and a browser for all tests of the file, or of the `describe`, that asks for them. */
export function served(env?: Readonly<Record<string, string>>): Served {
  let started: Served | null = null
  beforeAll(async () => {
    const [service, browser] = await Promise.all([startService(env), launchBrowser()])
    started = { service, browser }
  })
  afterAll(async () => {
    await started?.browser.close()
    await started?.service.stop()
  })
  const now = (): Served => {
    if (started === null) throw new Error('The service and the browser are there from the first test on.')
    return started
  }
  return {
    get service() {
      return now().service
    },
    get browser() {
      return now().browser
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
