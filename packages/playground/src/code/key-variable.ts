/** Names that differ from `<PROVIDER>_API_KEY`. */
const KNOWN: Readonly<Record<string, string>> = { google: 'GEMINI_API_KEY' }

/** The environment variable that holds a provider's key: what its own documentation calls it, and our service reads. */
export function keyVariableOf(provider: string): string {
  if (Object.hasOwn(KNOWN, provider)) return KNOWN[provider] ?? ''
  const word = provider
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return `${/^[A-Z]/.test(word) ? word : `PROVIDER_${word}`.replace(/_$/, '')}_API_KEY`
}

/** Our own service's token. */
export const SERVICE_TOKEN_VARIABLE = 'VITRINE_TOKEN'
