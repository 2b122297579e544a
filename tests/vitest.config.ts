import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './chromium.ts'

const loadFormats = resolve(import.meta.dirname, 'running/load-formats.ts')
const slow = { testTimeout: 60_000, hookTimeout: 120_000 }
/** Where a page, a service and the tests share a machine, what is waited for comes late. */
const patient = { poll: { timeout: 10_000 } }

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [react()],
  optimizeDeps: { entries: ['packages/*/src/**/*.worker.ts', 'packages/playground/src/**/*.test.tsx'] },
  test: {
    reporters: ['default', './tests/reporters/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          setupFiles: [loadFormats],
          include: ['{packages/*,service,web}/src/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'across',
          setupFiles: [loadFormats],
          sequence: { groupOrder: 1 },
          include: ['tests/{architecture,conformance,providers,service,integration,snippets}/**/*.test.ts'],
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['packages/playground/src/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          include: ['tests/e2e/**/*.test.ts'],
          ...slow,
          expect: patient,
        },
      },
    ],
  },
})
