/**
 * What a page of ours may do. It answers the worker's script too: a worker loaded by URL obeys the policy of its own response.
 * @see https://www.w3.org/TR/CSP3/
 */
export function pagePolicy(frameAncestors: readonly string[]): string {
  const ancestors = frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
    'trusted-types vitrine-worker',
  ].join('; ')
}

/** The one inline style of the documentation's tool: the colours inside its logo, as of the version we serve. */
const LOGO_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"

/** The documentation page's tool sets innerHTML, so it goes without Trusted Types; scripts still come from us only. */
export const docsPolicy = (frameAncestors: readonly string[]): string =>
  pagePolicy(frameAncestors)
    .replace(/; require-trusted-types-for.*$/, '')
    .replace("style-src 'self'", `style-src 'self' ${LOGO_STYLE}`)

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
} as const

export const pageHeaders = (policy: string): Readonly<Record<string, string>> => ({ ...COMMON, 'Content-Security-Policy': policy })

/** For answers that are data: nothing in them is ever to run or to be framed, and nothing between us and the caller keeps them. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
