/**
 * Who may import whom: the table of `.github/CONTRIBUTING.md` as data. A workspace may import the packages listed for it, its own files,
 * and its own dependencies; nothing else. To change a rule, change it here and there in one commit.
 */
export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  'packages/contracts': [],
  'packages/templating': ['@vitrine/contracts'],
  'packages/model-catalog': ['@vitrine/contracts'],
  'packages/providers': ['@vitrine/contracts'],
  'packages/client': ['@vitrine/contracts'],
  'packages/playground': ['@vitrine/contracts', '@vitrine/templating', '@vitrine/model-catalog', '@vitrine/client'],
  'packages/testkit': ['@vitrine/contracts', '@vitrine/providers'],
  service: ['@vitrine/contracts', '@vitrine/templating', '@vitrine/model-catalog', '@vitrine/providers'],
  web: ['@vitrine/contracts', '@vitrine/playground', '@vitrine/client'],
}

/** Workspaces whose code also runs in a browser: no `node:` module, no `process`. */
export const BROWSER_WORKSPACES = [
  'packages/contracts',
  'packages/templating',
  'packages/model-catalog',
  'packages/client',
  'packages/playground',
  'web',
] as const

/** Where the environment, the clock, randomness and the global `fetch` may be touched; everything else is given them. */
export const COMPOSITION_ROOTS = [
  'service/src/config.ts',
  'service/src/deps.ts',
  'service/src/main.ts',
  'service/src/telemetry.ts',
  'service/src/token.ts',
  'packages/playground/src/adapters/stateless/browser-realm.ts',
  'packages/playground/src/worker/playground.worker.ts',
  'web/src/main.tsx',
] as const

/** A passage of a file that a rule does not mean, because it is written out for somebody else to run and is run by nobody here. */
export interface WrittenOut {
  readonly path: string
  /** Word for word; everything else in the file is still held to the rule. */
  readonly passage: string
  readonly reason: string
}

/** Passages that name the environment without reading it. */
export const WRITTEN_OUT: readonly WrittenOut[] = [
  {
    path: 'packages/playground/src/code/languages/javascript.ts',
    passage: '`process.env.${name}`',
    reason: 'A program for Node that people copy takes its key from the environment of whoever runs it.',
  },
]

export const MAX_LINES = 300
export const MAX_MEDIAN_LINES = 80
export const MAX_P90_LINES = 200
