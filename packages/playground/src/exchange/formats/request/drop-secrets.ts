import { isList, isObject } from '../../data/json-object.ts'

/** Names under which requests carry what opens an account. Counts of tokens are none. */
const SECRET_NAME =
  /(^|[-_. ])(api[-_]?key|apikey|x-api-key|authorization|auth|bearer|cookie|secret|client[-_]?secret|password|passwd|access[-_]?key|token|credentials?)$/i
/** Keys by their looks, wherever they stand. */
const SECRET_TEXT = /\b(sk|pk|rk|key|xai|gsk|ghp|hf)[-_][A-Za-z0-9_-]{16,}|\bBearer\s+[A-Za-z0-9._~+/-]{8,}=*|\bAIza[A-Za-z0-9_-]{20,}/

export const isSecretName = (name: string): boolean => SECRET_NAME.test(name)

/** A value without members that are named like keys or look like them; `tell` gets the name of each that was dropped, never its value. */
export function dropSecrets(value: unknown, tell: (name: string) => void, name = ''): unknown {
  if (isList(value)) return value.map((item) => dropSecrets(item, tell, name))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key, held]) => {
    const isSecret = (isSecretName(key) && held !== null && !isObject(held)) || (typeof held === 'string' && SECRET_TEXT.test(held))
    if (isSecret) tell(name === '' ? key : `${name}.${key}`)
    return !isSecret
  })
  return Object.fromEntries(kept.map(([key, held]) => [key, dropSecrets(held, tell, name === '' ? key : `${name}.${key}`)]))
}
