import { type ClientFailure, type Reply, failed } from './client-failure.ts'
import type { FailureEvent } from './read-stream.ts'
import { type TokenSource, authRequired } from './token-source.ts'

const isRefused = ({ status }: ClientFailure): boolean => status === 401

/** A refusal that a new token did not mend. */
export const authRefused = ({ message, code, status, traceId }: ClientFailure): ClientFailure => ({
  ...authRequired(message, code),
  ...(status === undefined ? {} : { status }),
  ...(traceId === undefined ? {} : { traceId }),
})

/** Asks for another token after a refusal: once, and then it is for the person to sign in. */
export async function tokenAfterRefusal(
  tokens: TokenSource,
  refused: string | null,
  failure: ClientFailure,
): Promise<Reply<string | null>> {
  const renewed = await tokens.renewed(refused, failure.code === 'token_expired' ? 'expired' : 'unauthorized')
  return renewed.ok && renewed.value === refused ? failed(authRefused(failure)) : renewed
}

interface AnyEvent {
  readonly type: string
}
const isFailure = (event: AnyEvent): event is FailureEvent => event.type === 'failure'

/** A run, or a batch, under the token that is held; once more under a new one where that was refused. */
export async function* runWithToken<Event extends AnyEvent>(
  tokens: TokenSource,
  run: (token: string | null) => AsyncIterable<Event | FailureEvent>,
): AsyncGenerator<Event | FailureEvent, void, void> {
  let token = await tokens.current()
  for (let isSecond = false; token.ok; isSecond = true) {
    const refusal = yield* eventsOf(run(token.value))
    if (!refusal) return
    token = isSecond ? failed(authRefused(refusal)) : await tokenAfterRefusal(tokens, token.value, refusal)
  }
  yield { type: 'failure', failure: token.failure }
}

/** The run's events but for a refusal of its token, which is the return value. A refusal is always the first event. */
async function* eventsOf<Event extends AnyEvent>(
  events: AsyncIterable<Event | FailureEvent>,
): AsyncGenerator<Event | FailureEvent, ClientFailure | undefined, void> {
  for await (const event of events) {
    if (isFailure(event) && isRefused(event.failure)) return event.failure
    yield event
  }
  return undefined
}

/** The same for a request with one answer. */
export async function replyWithToken<Value>(
  tokens: TokenSource,
  request: (token: string | null) => Promise<Reply<Value>>,
): Promise<Reply<Value>> {
  const token = await tokens.current()
  if (!token.ok) return token
  const first = await request(token.value)
  if (first.ok || !isRefused(first.failure)) return first
  const renewed = await tokenAfterRefusal(tokens, token.value, first.failure)
  if (!renewed.ok) return renewed
  const second = await request(renewed.value)
  return !second.ok && isRefused(second.failure) ? failed(authRefused(second.failure)) : second
}
