import { useQuery } from '@tanstack/react-query'
import type { ClientFailure } from '@vitrine/client'
import type { WireRequest } from '@vitrine/contracts'
import { useMemo } from 'react'
import { unfoldData } from '../../code/unfold-data.ts'
import { usePlayground } from '../../playground-context.ts'
import { type AskedRequest, modeOf, textsIn } from './asked-request.ts'

/** What a provider is sent, or why that is not known. */
export type ProviderRequest =
  | { readonly kind: 'request'; readonly request: WireRequest; readonly provider: string | null }
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-service' }
  | { readonly kind: 'failed'; readonly failure: ClientFailure }

/**
 * The request of a run where there was one, else what the service says it would send; long data, which both show only by its digest,
 * is put back as far as this page has it. Asks for nothing while `asked` is null.
 */
export function useProviderRequest(asked: AskedRequest | null, sent: WireRequest | undefined): ProviderRequest {
  const { service } = usePlayground().bindings
  const name = useMemo(() => JSON.stringify(sent === undefined ? asked?.body : [sent.url, sent.body]), [asked, sent])
  const { data } = useQuery<ProviderRequest>({
    queryKey: ['provider-request', service?.projectId, name],
    enabled: asked !== null && (sent !== undefined || service !== undefined),
    // What failed is asked for again by whoever looks again.
    staleTime: ({ state }) => (state.data?.kind === 'failed' ? 0 : Number.POSITIVE_INFINITY),
    queryFn: async ({ signal }) => {
      if (asked === null) return { kind: 'loading' }
      if (sent !== undefined) return { kind: 'request', request: await unfolded(sent, asked), provider: null }
      if (service === undefined) return { kind: 'no-service' }
      const reply = await service.client.preview(modeOf(asked.body), asked.body, { signal })
      if (!reply.ok) return { kind: 'failed', failure: reply.failure }
      return { kind: 'request', request: await unfolded(reply.value.request, asked), provider: reply.value.provider }
    },
  })
  if (sent === undefined && service === undefined) return { kind: 'no-service' }
  return data ?? { kind: 'loading' }
}

async function unfolded(request: WireRequest, { body }: AskedRequest): Promise<WireRequest> {
  // A page that was not loaded by https has no digests: the data stays folded, and a note says where.
  if (!isSecureContext) return request
  return { ...request, body: await unfoldData(request.body, textsIn(body), (bytes) => crypto.subtle.digest('SHA-256', bytes)) }
}
