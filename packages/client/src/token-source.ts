import { type ClientFailure, type Reply, failed, told } from './client-failure.ts'

export type TokenReason = 'initial' | 'expired' | 'unauthorized'

/** Asks the host for a bearer token. Null: requests go without one. */
export type GetToken = (context: { readonly reason: TokenReason; readonly signal: AbortSignal }) => Promise<string | null>

/** Tokens live here, in memory, and nowhere else. However many ask at once, the host is asked once. */
export interface TokenSource {
  current(): Promise<Reply<string | null>>
  /** A token other than the refused one; asks the host unless somebody else has done so already. */
  renewed(refused: string | null, reason: Exclude<TokenReason, 'initial'>): Promise<Reply<string | null>>
  /** Forgets the token and gives up what the host is being asked. */
  dispose(): void
}

export function createTokenSource(getToken: GetToken): TokenSource {
  const gone = new AbortController()
  let held: { readonly token: string | null } | undefined
  let asking: Promise<Reply<string | null>> | undefined

  async function ask(reason: TokenReason): Promise<Reply<string | null>> {
    try {
      const token = await getToken({ reason, signal: gone.signal })
      held = { token }
      return { ok: true, value: token }
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      return failed(said === '' ? { ...authRequired('No token could be obtained.'), meta: told('no-token') } : authRequired(said))
    } finally {
      asking = undefined
    }
  }
  const askOnce = (reason: TokenReason) => (asking ??= ask(reason))

  return {
    async current() {
      return held ? { ok: true, value: held.token } : askOnce('initial')
    },
    async renewed(refused, reason) {
      if (held && held.token !== refused && !asking) return { ok: true, value: held.token }
      return askOnce(reason)
    },
    dispose() {
      gone.abort()
      held = undefined
    },
  }
}

export const authRequired = (message: string, code?: string): ClientFailure => ({
  code: 'auth_required',
  message: `Sign in again: ${message}`,
  meta: { ...told('sign-in', { words: message }), ...(code !== undefined && { code }) },
})
