import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { classNames } from '../../ui/class-names.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import css from './grid-foot.module.css'

/** Beside open details: the keys that walk through the cases, and the one that leads back. */
export function FoldedFoot() {
  const say = useText('keys')
  const { state } = usePlayground()
  const isRunning = useAtomValue(state.execution.isRunningAtom)
  return (
    <footer className={classNames(css.foot, css.hints)}>
      <span>
        {say('casesShort')} <KeyHint keys="j" /> <KeyHint keys="k" />
      </span>
      <span>
        {say(isRunning ? 'stopShort' : 'closeShort')} <KeyHint keys="Escape" />
      </span>
    </footer>
  )
}
