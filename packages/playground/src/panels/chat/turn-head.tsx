import type { MessageRole, ModelSettings } from '@vitrine/contracts'
import { History as Clock, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RoleSelect } from '../prompt-editor/role-select.tsx'
import { RegenerateMenu } from './regenerate-menu.tsx'
import css from './turn.module.css'
import type { TurnVersion } from '../../state/conversation-memory.ts'
import { VersionSteps } from './version-steps.tsx'

export interface TurnHeadProps {
  readonly number: number
  readonly role: MessageRole
  readonly isEditing: boolean
  readonly isOutdated: boolean
  /** The tool whose call it answers. */
  readonly toolName: string | null
  readonly versions: readonly TurnVersion[]
  readonly at: number
  readonly onRole: (role: MessageRole) => void
  readonly onEdit: (on: boolean) => void
  readonly onShow: (at: number) => void
  readonly onRegenerate: (variantId: string, settings: ModelSettings) => void
  /** At the end of the line. */
  readonly children: ReactNode
}

/** Over a turn: who speaks, by which model, which version it is, and what can be done with it. */
export function TurnHead({ number, role, isEditing, isOutdated, toolName, versions, at, children, ...on }: TurnHeadProps) {
  const say = useText('chat')
  const sayMore = useText('conversation')
  const same = versions[at]?.settings ?? null
  return (
    <div className={css.head}>
      <span className={css.who}>
        <RoleSelect label={say('role', { number })} role={role} onChange={on.onRole} />
        {toolName !== null && <span className={css.note}>{sayMore('resultTurn', { name: toolName })}</span>}
        {same !== null && <bdi className={css.by}>{sayMore('by', { model: same.model })}</bdi>}
        <VersionSteps label={sayMore('versions', { number })} at={at} of={versions.length} onShow={on.onShow} />
        {isOutdated && (
          <span className={css.outdated}>
            <Icon of={Clock} size={12} />
            {sayMore('outdated')}
          </span>
        )}
      </span>
      <span className={css.do}>
        {role === 'assistant' && (
          <RegenerateMenu label={sayMore('regenerateTurn', { number })} same={same} onRegenerate={on.onRegenerate} />
        )}
        <Button kind="quiet" size={24} icon={Pencil} data-part="edit" aria-pressed={isEditing} onClick={() => on.onEdit(!isEditing)}>
          {say('edit')}
        </Button>
        {children}
      </span>
    </div>
  )
}
