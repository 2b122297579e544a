import { useAtom, useAtomValue, useStore } from 'jotai'
import { useEffect, useState } from 'react'
import { createKeeper, type Keeper } from '../../journal/create-keeper.ts'
import { journal as texts } from '../../messages/en/journal.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { usePlayground } from '../../playground-context.ts'
import { KeepRunDialog } from './keep-run-dialog.tsx'
import { Lives } from './lives.tsx'
import { OfferPlace } from './offer-place.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'

export { Lives }

const pause = () => new Promise<void>((done) => setTimeout(done))

/** Keeps the work of the mount where that is wanted, and says what is there from an earlier visit. */
export function JournalHost() {
  useLateTexts('journal', texts)
  const { bindings, state, keeperAtom } = usePlayground()
  const [keeper, setKeeper] = useAtom(keeperAtom)
  const { journal, events } = bindings
  useEffect(() => {
    if (journal === undefined) return undefined
    const made = createKeeper({ journal, state, events, pause })
    setKeeper(made)
    const end = made.connect()
    // A browser may end a page without another word once nobody sees it.
    const hidden = () => void (document.visibilityState === 'hidden' && made.flush())
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      end()
      setKeeper(null)
    }
  }, [journal, state, events, setKeeper])
  return (
    <>
      <Leaving key={keeper === null ? 'memory' : 'browser'} />
      {keeper && <OfferPlace keeper={keeper} />}
      {keeper && <KeepRun keeper={keeper} />}
    </>
  )
}

/** Made anew with the keeper, so that it follows the one that is there. */
function Leaving() {
  useLeaveWarning()
  return null
}

function KeepRun({ keeper }: { readonly keeper: Keeper }) {
  const { toolAtom } = usePlayground()
  const store = useStore()
  const isOpen = useAtomValue(toolAtom) === 'keep-run'
  /** What was open once stays, so that it can fade. */
  const [opened, setOpened] = useState(0)
  const [wasOpen, setWasOpen] = useState(false)
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen)
    if (isOpen) setOpened(opened + 1)
  }
  if (opened === 0) return null
  return (
    <KeepRunDialog
      key={opened}
      keeper={keeper}
      open={isOpen}
      onClose={() => store.set(toolAtom, (now) => (now === 'keep-run' ? null : now))}
    />
  )
}
