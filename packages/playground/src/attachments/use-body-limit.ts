import { useAtomValue } from 'jotai'
import { usePlayground } from '../playground-context.ts'
import { bodyLimitOf } from './body-limit.ts'
import { USUAL_BODY_BYTES } from './limits.ts'

/** What the service takes in one request: by its own word, for which it is asked now, or else as much as services usually take. Bytes as sent. */
export function useBodyLimit(): { readonly bytes: number; readonly isTold: boolean } {
  const told = bodyLimitOf(useAtomValue(usePlayground().bindings.schemaAtom))
  return { bytes: told ?? USUAL_BODY_BYTES, isTold: told !== null }
}
