import type { TokenCount, TokenCounter } from './token-count.ts'

export interface CountRequest {
  readonly id: number
  readonly text: string
}
export interface CountReply extends TokenCount {
  readonly id: number
}

/** A worker as the counter needs it. */
export interface CountPort {
  post(request: CountRequest): void
  onReply(listener: (reply: CountReply) => void): void
  /** It cannot be loaded, or broke. */
  onLost(listener: () => void): void
  terminate(): void
}

export interface TokenCounterOptions {
  /** Null where the page allows no worker. */
  readonly start: () => CountPort | null
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** How long one text may take before its worker is given up. The first also loads the encoding. Milliseconds. */
  readonly patienceMs?: number
  readonly loadingMs?: number
}

interface Asked {
  readonly id: number
  readonly text: string
  readonly settle: (count: TokenCount | null) => void
}

/**
 * A counter whose worker is started by the first text and ended by one that takes too long; the next text gets a new one. Texts are
 * counted one after the other. A page that allows no worker is asked once.
 */
export function createTokenCounter({ start, setTimer, patienceMs = 2_000, loadingMs = 20_000 }: TokenCounterOptions): TokenCounter {
  const line: Asked[] = []
  let current: Asked | null = null
  let port: CountPort | null = null
  let isLoaded = false
  let isRefused = false
  let cancelTimer = (): void => undefined
  let lastId = 0

  function end(count: TokenCount | null): void {
    cancelTimer()
    const asked = current
    current = null
    asked?.settle(count)
    next()
  }
  function drop(): void {
    port?.terminate()
    port = null
    isLoaded = false
  }
  function connect(): CountPort | null {
    const started = start()
    started?.onReply((reply) => {
      isLoaded = true
      if (port === started && reply.id === current?.id) end({ tokens: reply.tokens, isExact: reply.isExact })
    })
    started?.onLost(() => {
      if (port !== started) return
      isRefused = !isLoaded
      drop()
      end(null)
    })
    return started
  }
  function next(): void {
    if (current !== null) return
    current = line.shift() ?? null
    if (current === null) return
    if (!isRefused) port ??= connect()
    if (port === null) {
      isRefused = true
      end(null)
      return
    }
    port.post({ id: current.id, text: current.text })
    cancelTimer = setTimer(
      () => {
        drop()
        end(null)
      },
      isLoaded ? patienceMs : loadingMs,
    )
  }

  return {
    count(text) {
      if (isRefused) return Promise.resolve(null)
      return new Promise((settle) => {
        lastId += 1
        line.push({ id: lastId, text, settle })
        next()
      })
    },
    dispose() {
      isRefused = true
      drop()
      for (const asked of line.splice(0)) asked.settle(null)
      end(null)
    },
  }
}
