/** How far a run is. */
interface Progress {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly stopped: number
  readonly endedAtMs: number | null
}

/** What the tab is called: the page, and before it how many calls of a run are over, for whoever looks at another tab meanwhile. */
export function tabTitle(page: string, product: string, progress: Progress | null): string {
  const name = `${page} · ${product}`
  if (progress === null || progress.endedAtMs !== null) return name
  return `(${progress.done + progress.failed + progress.stopped}/${progress.total}) ${name}`
}
