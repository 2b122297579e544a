import { useAtomValue, useSetAtom, useStore } from 'jotai'
import { useEffect } from 'react'
import type { LinkReading } from '../../exchange/link/link-reading.ts'
import { importProblems } from '../../messages/en/import-problems.ts'
import { sharing } from '../../messages/en/sharing.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LinkContents, LinkProblems } from './link-contents.tsx'
import { takeLink } from './open-link.ts'
import type { OpenedLink } from './opened-link.ts'
import css from './share.module.css'

/** What became of a link: the question before it is opened, what it was found to hold, or why it was refused. */
export function LinkNotice({ opened: { reading, stage } }: { readonly opened: OpenedLink }) {
  useLateTexts('sharing', sharing)
  useLateTexts('importProblems', importProblems)
  const say = useText('sharing')
  const end = useEnd()
  if (!reading.ok)
    return (
      <div className={css.place}>
        <Notice tone="danger" code="link-refused" title={say('refused')} action={<Button onClick={end}>{say('close')}</Button>}>
          <LinkProblems reading={reading} />
        </Notice>
      </div>
    )
  return stage === 'asking' ? <Question reading={reading} /> : <Loaded reading={reading} />
}

function useEnd(): () => void {
  const set = useSetAtom(usePlayground().linkAtom)
  return () => set(null)
}

interface OpenProps {
  readonly reading: LinkReading & { readonly ok: true }
}

function Question({ reading }: OpenProps) {
  const say = useText('sharing')
  const { state, stop, linkAtom } = usePlayground()
  const store = useStore()
  const end = useEnd()
  const count = useAtomValue(state.rows.idsAtom).length
  return (
    <Dialog
      open
      onOpenChange={(open) => open || end()}
      title={say('askTitle')}
      closeLabel={say('close')}
      data-testid="link-question"
      actions={
        <>
          <Button onClick={end}>{say('keepMine')}</Button>
          <Button kind="primary" onClick={() => void takeLink({ state, store, stop, linkAtom }, reading)}>
            {say('openIt')}
          </Button>
        </>
      }
    >
      <div className={css.part}>
        <h3>{say('askHolds')}</h3>
        <LinkContents reading={reading} />
        <LinkProblems reading={reading} />
        <p>{say('askMore', { count })}</p>
      </div>
    </Dialog>
  )
}

/** It goes with the first change: from then on undo takes that one back. */
function Loaded({ reading }: OpenProps) {
  const say = useText('sharing')
  const { state, linkAtom } = usePlayground()
  const store = useStore()
  const end = useEnd()
  useEffect(() => {
    const over = () => store.set(linkAtom, null)
    const offs = [store.sub(state.prompt.draftAtom, over), store.sub(state.rows.revisionAtom, over)]
    return () => {
      for (const off of offs) off()
    }
  }, [state, store, linkAtom])
  return (
    <div className={css.place}>
      <Notice
        tone="info"
        code="link-loaded"
        title={say('loaded')}
        action={
          <span className={css.actions}>
            <Button onClick={() => state.undo.undo()}>{say('undo')}</Button>
            <Button onClick={end}>{say('keep')}</Button>
          </span>
        }
      >
        <LinkContents reading={reading} />
        <LinkProblems reading={reading} />
        <p>{say('loadedMore')}</p>
      </Notice>
    </div>
  )
}
