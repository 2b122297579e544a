import type { DevTokenResponse } from '@vitrine/contracts'

export type Opening = { readonly ok: true; readonly projectId: string } | { readonly ok: false; readonly message: string }

/** How this page is let in: in development the service hands a token to its own page. Kept in memory only. */
export interface Session {
  open(): Promise<Opening>
  getToken(): Promise<string | null>
}

/** @see GET /services/dev-token */
export function createDevelopmentToken(deps: { readonly origin: string; readonly fetch: typeof fetch }): Session {
  let pending: Promise<DevTokenResponse | string> | null = null

  async function ask(): Promise<DevTokenResponse | string> {
    try {
      const answer = await deps.fetch(`${deps.origin}/services/dev-token`, { headers: { accept: 'application/json' } })
      if (answer.ok) return (await answer.json()) as DevTokenResponse
      if (answer.status === 404)
        return 'This service runs in production mode and hands out no tokens. Embed the playground in a page that has its own.'
      return `The service answered ${answer.status} where it hands out tokens. Its log says why.`
    } catch {
      return `Nothing answers at ${deps.origin}. Start the service and try again.`
    }
  }
  /** One question at a time; a refusal is forgotten, so that trying again asks again. */
  async function current(): Promise<DevTokenResponse | string> {
    pending ??= ask()
    const answer = await pending
    if (typeof answer === 'string') pending = null
    return answer
  }

  return {
    async open() {
      const answer = await current()
      return typeof answer === 'string' ? { ok: false, message: answer } : { ok: true, projectId: answer.project_id }
    },
    async getToken() {
      pending = null
      const answer = await current()
      return typeof answer === 'string' ? null : answer.token
    },
  }
}
