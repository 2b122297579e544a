import { ListPlus } from 'lucide-react'
import { goingOn as texts } from '../../messages/en/going-on.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './output-body.module.css'

/** That an answer is of several parts. */
export function ContinuedMark() {
  useLateTexts('goingOn', texts)
  const say = useText('goingOn')
  return (
    <p className={css.continued} title={say('continuedWhy')} data-part="continued">
      <Icon of={ListPlus} size={12} />
      {say('continued')}
    </p>
  )
}
