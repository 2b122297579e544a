import type { DevTokenResponse } from '@vitrine/contracts'

/** Why the page is not let in. `production`: the service hands out no tokens; `silent`: nothing answers at its origin. */
export type OpeningRefusal =
  | { readonly kind: 'production' }
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'silent'; readonly origin: string }

export type Opening = { readonly ok: true; readonly projectId: string } | { readonly ok: false; readonly refusal: OpeningRefusal }

/** How this page is let in: in development the service hands a token to its own page. Kept in memory only. */
export interface Session {
  open(): Promise<Opening>
  getToken(): Promise<string | null>
}

/** @see GET /services/dev-token */
export function createDevelopmentToken(deps: { readonly origin: string; readonly fetch: typeof fetch }): Session {
  let pending: Promise<DevTokenResponse | OpeningRefusal> | null = null

  async function ask(): Promise<DevTokenResponse | OpeningRefusal> {
    try {
      const answer = await deps.fetch(`${deps.origin}/services/dev-token`, { headers: { accept: 'application/json' } })
      if (answer.ok) return (await answer.json()) as DevTokenResponse
      return answer.status === 404 ? { kind: 'production' } : { kind: 'answered', status: answer.status }
    } catch {
      return { kind: 'silent', origin: deps.origin }
    }
  }
  /** One question at a time; a refusal is forgotten, so that trying again asks again. */
  async function current(): Promise<DevTokenResponse | OpeningRefusal> {
    pending ??= ask()
    const answer = await pending
    if ('kind' in answer) pending = null
    return answer
  }

  return {
    async open() {
      const answer = await current()
      return 'kind' in answer ? { ok: false, refusal: answer } : { ok: true, projectId: answer.project_id }
    },
    async getToken() {
      pending = null
      const answer = await current()
      return 'kind' in answer ? null : answer.token
    },
  }
}
