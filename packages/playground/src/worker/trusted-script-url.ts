interface ScriptUrlPolicy {
  createScriptURL(url: string): URL
}

declare global {
  /** Not in TypeScript's DOM library yet. */
  var trustedTypes: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy } | undefined
}

export const DEFAULT_POLICY = 'vitrine-worker'

/** A page allows a policy's name once, so all mounts of the page share it. It holds no state of theirs. */
const policies = new Map<string, ScriptUrlPolicy>()

/**
 * The address as a page under `require-trusted-types-for 'script'` takes it; elsewhere the address as it is.
 *
 * @throws TypeError where the page allows no policy of that name
 */
export function trustedScriptUrl(url: URL, policyName: string): URL {
  if (!globalThis.trustedTypes) return url
  const policy = policies.get(policyName) ?? globalThis.trustedTypes.createPolicy(policyName, { createScriptURL: (href) => href })
  policies.set(policyName, policy)
  return policy.createScriptURL(url.href)
}
