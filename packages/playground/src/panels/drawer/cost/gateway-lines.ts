import type { GatewayFacts } from '@vitrine/contracts'
import type { TextKey } from '../../../messages/catalogue.ts'

/** A fact of the gateway: its label in the texts of `drawer`, and what it is. */
export interface GatewayLine {
  readonly label: TextKey<'drawer'> & `gateway${string}`
  readonly value: string | number
}

/** What a gateway said of itself, in the order in which it is shown. `asked` is the name that the run gave for the model. */
export function gatewayLines(facts: GatewayFacts, asked: string | null): readonly GatewayLine[] {
  const { name, version, model, apiBase, provider, retries, fallbacks, callId } = facts
  const lines: readonly { readonly label: GatewayLine['label']; readonly value: string | number | undefined }[] = [
    { label: 'gatewayName', value: version === undefined ? name : `${name} ${version}` },
    // The name that was asked for is an alias only where the gateway names another one behind it.
    { label: 'gatewayAlias', value: model === undefined || asked === null ? undefined : asked },
    { label: 'gatewayModel', value: model },
    { label: 'gatewayProvider', value: provider },
    { label: 'gatewayBase', value: apiBase },
    { label: 'gatewayRetries', value: retries },
    { label: 'gatewayFallbacks', value: fallbacks },
    { label: 'gatewayCall', value: callId },
  ]
  return lines.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
}
