import { useAtomValue } from 'jotai'
import { lazy, Suspense } from 'react'
import { usePlayground } from '../../playground-context.ts'

const LinkNotice = lazy(async () => ({ default: (await import('./link-notice.tsx')).LinkNotice }))

/** Where is said what became of a link that was opened. */
export function LinkPlace() {
  const opened = useAtomValue(usePlayground().linkAtom)
  return (
    opened !== null && (
      <Suspense>
        <LinkNotice opened={opened} />
      </Suspense>
    )
  )
}
