import { createClient } from '@vitrine/client'
import { type AvailableModel, toWire } from '@vitrine/contracts'
import type { ServiceBinding } from '../../bindings.ts'

/** A service that knows some models, or, for null, is out of order. It answers nothing else. */
export function fakeService(models: () => readonly AvailableModel[] | null): ServiceBinding {
  const reply = (): Response => {
    const known = models()
    if (known === null) return Response.json({ detail: { code: 'unavailable', message: 'Out of order.' } }, { status: 503 })
    return Response.json({ models: known.map((model) => toWire(model)), default_model: 'demo/writer' })
  }
  const client = createClient({
    serviceUrl: 'http://127.0.0.1:9/services',
    projectId: 'p',
    getToken: async () => null,
    fetch: async (input) => (input.includes('/services/models') ? reply() : new Response(null, { status: 404 })),
  })
  return { client, projectId: 'p' }
}
