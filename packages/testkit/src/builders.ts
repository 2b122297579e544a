import type { Message, ModelSettings, ProviderEvent } from '@vitrine/contracts'
import type { CallContext, Provider, ProviderCall, ProviderEndpoint } from '@vitrine/providers'

export const userMessage = (content: string): Message => ({ role: 'user', content })

/** Long and odd enough that finding it anywhere is no accident. */
export const TEST_KEY = 'sk-testkit-6f1d2c9a7b3e4f50'

/** A call to a model that the catalogue does not know, with one message. */
export function aCall(endpoint: Partial<ProviderEndpoint>, changes: Partial<Omit<ProviderCall, 'endpoint'>> = {}): ProviderCall {
  const settings: ModelSettings = { model: 'test-model' }
  return {
    endpoint: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: TEST_KEY, ...endpoint },
    model: 'test-model',
    facts: null,
    messages: [userMessage('Hello?')],
    settings,
    stream: true,
    ...changes,
  }
}

export function aContext(changes: Partial<CallContext> = {}): CallContext {
  return { signal: new AbortController().signal, requestId: 'req-testkit-1', wire: 'none', clock: () => performance.now(), ...changes }
}

export async function collect(events: AsyncIterable<ProviderEvent>): Promise<readonly ProviderEvent[]> {
  const collected: ProviderEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}

/** Prepares and runs a call; a call that is refused before it is sent is a fault of the test. */
export async function runToEnd(
  provider: Provider,
  call: ProviderCall,
  context: CallContext = aContext(),
): Promise<readonly ProviderEvent[]> {
  const prepared = provider.prepare(call)
  if (!prepared.ok) throw new Error(`the call was refused: ${prepared.error.message}`)
  return collect(provider.run(prepared.call, context))
}
