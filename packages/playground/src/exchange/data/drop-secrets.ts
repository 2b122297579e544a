import { isList, isObject } from './json-object.ts'

/** Names under which requests carry what opens an account. Counts of tokens are none. */
const SECRET_NAME =
  /(^|[-_. ])(api[-_]?key|apikey|x-api-key|authorization|auth|bearer|cookie|secret|client[-_]?secret|password|passwd|access[-_]?key|token|credentials?)$/i
/** Keys by their looks, wherever they stand: of model providers, code hosts and clouds, signed tokens, private keys. */
const SECRET_TEXTS = [
  /\b(sk|pk|rk|key|xai|gsk|hf|xox[abprs]|gh[opsur]|github_pat|glpat)[-_][A-Za-z0-9_-]{16,}/,
  /\bBearer\s+[A-Za-z0-9._~+/-]{8,}=*/,
  /\bAIza[A-Za-z0-9_-]{20,}|\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\beyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10,}(\.[A-Za-z0-9_-]+)?/,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
].map(({ source }) => source)
const SECRET_TEXT = new RegExp(SECRET_TEXTS.join('|'))

export const isSecretName = (name: string): boolean => SECRET_NAME.test(name)

export const looksSecret = (text: string): boolean => SECRET_TEXT.test(text)

/** A text with everything that looks like a key masked. */
export const withoutSecretText = (text: string): string => text.replaceAll(new RegExp(SECRET_TEXT, 'g'), '***')

/** Bytes in letters, which may spell anything: longer than any key, and nothing but such letters from the start. */
const isAttachment = (text: string): boolean => text.length > 4096 && /^(data:[\w./+-]+;base64,|[A-Za-z0-9+/]{1024})/.test(text)

/** A value without members that are named like keys or look like them; `tell` gets the name of each that was dropped, never its value. */
export function dropSecrets(value: unknown, tell: (name: string) => void, name = ''): unknown {
  if (isList(value)) return value.map((item) => dropSecrets(item, tell, name))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key, held]) => {
    const isSecret =
      (isSecretName(key) && held !== null && !isObject(held)) || (typeof held === 'string' && !isAttachment(held) && looksSecret(held))
    if (isSecret) tell(name === '' ? key : `${name}.${key}`)
    return !isSecret
  })
  return Object.fromEntries(kept.map(([key, held]) => [key, dropSecrets(held, tell, name === '' ? key : `${name}.${key}`)]))
}
