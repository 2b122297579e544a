import { useAtom, useAtomValue } from 'jotai'
import { SlidersHorizontal, Table2 } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { RunButton } from '../run-bar/run-button.tsx'
import css from './narrow-bar.module.css'

/** Below 900 px: the parts and Run within reach of a thumb. */
export function NarrowBar() {
  const say = useText('frame')
  const formats = useFormats()
  const { state } = usePlayground()
  const [part, show] = useAtom(state.view.narrowPartAtom)
  const cases = useAtomValue(state.rows.idsAtom).length
  return (
    <nav className={css.bar} aria-label={say('playground')}>
      <div className={css.parts}>
        <Button size={44} icon={SlidersHorizontal} aria-pressed={part === 'prompt'} onClick={() => show('prompt')}>
          {say('prompt')}
        </Button>
        <Button size={44} icon={Table2} aria-pressed={part === 'cases'} onClick={() => show('cases')}>
          {say('cases')} <span className={css.count}>{formats.integer(cases)}</span>
        </Button>
        <RunButton form="narrow" />
      </div>
    </nav>
  )
}
