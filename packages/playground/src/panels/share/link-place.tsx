import { useAtomValue } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { latePart } from '../../ui/late-part.tsx'

const LinkNotice = latePart(async () => (await import('./link-notice.tsx')).LinkNotice)

/** Where is said what became of a link that was opened. Whoever answers by keyboard goes on at the cases. */
export function LinkPlace() {
  const { linkAtom, root } = usePlayground()
  const opened = useAtomValue(linkAtom)
  const kept = useKeptFocus<HTMLDivElement>(() => root?.querySelector('[role="grid"] [tabindex="0"]') ?? null)
  return <div {...kept}>{opened !== null && <LinkNotice opened={opened} />}</div>
}
