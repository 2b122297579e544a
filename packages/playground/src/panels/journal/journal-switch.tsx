import { useAtomValue } from 'jotai'
import { useState } from 'react'
import type { Keeper } from '../../journal/create-keeper.ts'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import css from './journal.module.css'

/** Whether the browser keeps the work. Turning it off deletes what was kept, so it is asked about. */
export function JournalSwitch({ keeper }: { readonly keeper: Keeper }) {
  const say = useText('journal')
  const { status } = useAtomValue(keeper.viewAtom)
  const [asked, setAsked] = useState<{ readonly runs: number } | null>(null)
  const [isAsking, setAsking] = useState(false)
  const change = async (isOn: boolean) => {
    if (isOn) return keeper.turnOn()
    setAsked({ runs: await keeper.countRuns().catch(() => 0) })
    return setAsking(true)
  }
  if (status === 'refused') return <p className={css.small}>{say('refused')}</p>
  return (
    <div className={css.switch}>
      <Switch
        label={say('switch')}
        checked={status === 'on'}
        disabled={status === 'asking'}
        data-testid="journal-switch"
        onChange={(isOn) => void change(isOn)}
      />
      <p className={css.small}>{say('switchMore')}</p>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={say('offTitle')}
        closeLabel={say('close')}
        data-testid="journal-off"
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
            <Button
              kind="stop"
              data-testid="journal-delete"
              onClick={() => {
                setAsking(false)
                void keeper.turnOff()
              }}
            >
              {say('offAction')}
            </Button>
          </>
        }
      >
        <p>{asked?.runs ? say('offRuns', { count: asked.runs }) : say('offCopy')}</p>
        <p>{say('offText')}</p>
      </Dialog>
    </div>
  )
}
