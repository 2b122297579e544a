export const REDACTED = '***'

/** What begins a key of a known maker: the rest of the word goes with it. */
const MAKERS = [
  '(?:sk|pk|rk|gsk|xai|pplx|nvapi|glpat|xox[abeoprs])-[A-Za-z0-9_*-]{8,}',
  '(?:sk|pk|rk|gsk|hf|r8|fw|tgp|gh[opsur]|github_pat)_(?=[A-Za-z_*-]{0,200}\\d)[A-Za-z0-9_*-]{16,}',
  'AIza[A-Za-z0-9_*-]{16,}',
  '(?:AKIA|ASIA)[A-Z0-9]{12,}',
  'ya29\\.[A-Za-z0-9_-]{10,}',
  'eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]{0,2000})?',
]

/** What stands before a secret and says that it is one. */
const NAMES = [
  '(?:[a-z]{1,20}-){0,3}api[-_]?key',
  'subscription-key',
  '(?:proxy-)?authorization',
  '(?:access|auth|refresh|bearer|security)[-_]?token',
  '(?:client|secret|access)[-_]?(?:secret|key)',
  'passw(?:or)?d',
  '(?:set-)?cookie',
]

/** A quotation mark, escaped as often as one text was put into another as JSON. */
const QUOTE = '\\\\{0,7}["\']?'
const SECRET = '[^\\s"\',}&\\\\]'

/**
 * What looks like a credential of any kind, for those that are not ours: a gateway's error may quote the key of its own upstream. Words of
 * plain language stand behind `bearer` and `authorization:` too, so a digit or a capital has to be among what is taken out there.
 */
export const CREDENTIAL_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,8000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, REDACTED],
  [new RegExp(`\\b(?:${MAKERS.join('|')})`, 'g'), REDACTED],
  [/\b([a-z][a-z0-9+.-]{1,10}:\/\/)[^\s/@"'<>]{1,300}@/gi, `$1${REDACTED}@`],
  [/([?&;](?:key|sig|signature|token|secret|auth|code)=)[^\s&"'#<>]{4,2000}/gi, `$1${REDACTED}`],
  [
    new RegExp(
      `\\b(${NAMES.join('|')})(${QUOTE}\\s{0,9}[:=]\\s{0,9}${QUOTE})(?:bearer\\s{1,9}|basic\\s{1,9})?(?=${SECRET}{0,200}\\d)${SECRET}{4,}`,
      'gi',
    ),
    `$1$2${REDACTED}`,
  ],
  [
    /\b([Bb]earer|BEARER|[Bb]asic|[Aa]pi[Kk]ey)\s{1,9}(?=[A-Za-z._~+/=-]{0,200}\d|[a-z]{0,200}[A-Z])[A-Za-z0-9._~+/=-]{8,}/g,
    `$1 ${REDACTED}`,
  ],
]

const SECRET_HEADER =
  /(?:^|-)(?:authorization|(?:api-?|subscription-|secret-?|access-|auth-)key|(?:auth|access|security|session)-token|token|secret|cookie|password)$/

/** Whether a header's value is a credential whatever it looks like; the name in lower case. */
export const isSecretHeader = (name: string): boolean => SECRET_HEADER.test(name)
