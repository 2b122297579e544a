import type { ModelCapabilities } from '@vitrine/contracts'
import { Braces, ChartNoAxesColumn, Eye, File, Lightbulb, type LucideIcon, Wrench } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './model-picker.module.css'

type Shown = Exclude<keyof ModelCapabilities, 'audio' | 'jsonObject'>
const SHOWN: readonly { readonly name: Shown; readonly icon: LucideIcon }[] = [
  { name: 'vision', icon: Eye },
  { name: 'files', icon: File },
  { name: 'tools', icon: Wrench },
  { name: 'jsonSchema', icon: Braces },
  { name: 'thinking', icon: Lightbulb },
  { name: 'logprobs', icon: ChartNoAxesColumn },
]

export interface CapabilityListProps {
  /** Null: nothing is known. */
  readonly capabilities: ModelCapabilities | null
  /** `icons` for lines in a list; the word is then a name and a tooltip. */
  readonly form: 'words' | 'icons'
}

/** What a model can do besides text. */
export function CapabilityList({ capabilities, form }: CapabilityListProps) {
  const say = useText('modelConfig')
  if (capabilities === null) return <span className={css.unknown}>{say('unknownAbilities')}</span>
  const able = SHOWN.filter(({ name }) => capabilities[name])
  if (able.length === 0) return <span className={css.unknown}>{say('noAbilities')}</span>
  return (
    <span className={css.abilities} role="list" aria-label={say('abilities')}>
      {able.map(({ name, icon }) => (
        <span key={name} role="listitem" className={classNames(name === 'thinking' && css.thinks)} title={say(name)}>
          <Icon of={icon} size={12} />
          <span className={classNames(form === 'icons' && 'vitrine-unseen')}>{say(name)}</span>
        </span>
      ))}
    </span>
  )
}
