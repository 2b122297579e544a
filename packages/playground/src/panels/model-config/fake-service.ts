import { createClient } from '@vitrine/client'
import { type AvailableModel, toWire } from '@vitrine/contracts'
import type { ServiceBinding } from '../../bindings.ts'

/** What is asked besides the models: where, and the body as it was sent. */
type Answer = (url: string, body: string, signal: AbortSignal | null) => Response | Promise<Response>

/** A service that knows some models, or, for null, is out of order. It answers nothing else unless `answer` does. */
export function fakeService(
  models: () => readonly AvailableModel[] | null,
  answer: Answer = () => new Response(null, { status: 404 }),
): ServiceBinding {
  const reply = (): Response => {
    const known = models()
    if (known === null) return Response.json({ detail: { code: 'unavailable', message: 'Out of order.' } }, { status: 503 })
    return Response.json({ models: known.map((model) => toWire(model)), default_model: 'demo/writer' })
  }
  const client = createClient({
    serviceUrl: 'http://127.0.0.1:9/services',
    projectId: 'p',
    getToken: async () => null,
    fetch: async (input, init) =>
      input.includes('/services/models') ? reply() : answer(input, typeof init?.body === 'string' ? init.body : '', init?.signal ?? null),
  })
  return { client, projectId: 'p' }
}
