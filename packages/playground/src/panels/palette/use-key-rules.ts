import { useAtomValue } from 'jotai'
import { useMemo } from 'react'
import type { KeyRules } from '../../commands/active-keys.ts'
import { usePlayground } from '../../playground-context.ts'

/** Which keys act in this mount. */
export function useKeyRules(): KeyRules {
  const { settings, shortcuts } = usePlayground()
  const { singleKeys, enterSends } = useAtomValue(settings.atom)
  return useMemo(() => ({ shortcuts, singleKeys, enterSends }), [shortcuts, singleKeys, enterSends])
}
