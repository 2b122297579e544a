import { useAtomValue } from 'jotai'
import { Ellipsis, FlaskConical, GitBranch, ListChecks } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { FOLLOW_UPS } from '../../settings/settings.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import css from './conversation.module.css'
import { branchedFrom } from './test-case-of.ts'
import type { ConversationActions } from './use-conversation.ts'

const CHOICES = ['ask', ...FOLLOW_UPS] as const

export interface ConversationHeadProps {
  readonly rowId: string
  readonly turns: number
  /** Whether there is anything to make a test case of. */
  readonly isEmpty: boolean
  /** Whether there is an answer to expect. */
  readonly hasAnswer: boolean
  readonly actions: ConversationActions
  readonly onTestCase: (expectsAnswer: boolean) => void
}

/** Over a conversation: where it came from, and what can be done with the whole of it. */
export function ConversationHead({ rowId, turns, isEmpty, hasAnswer, actions, onTestCase }: ConversationHeadProps) {
  const say = useText('conversation')
  const sayChat = useText('chat')
  const { state, settings } = usePlayground()
  const row = useAtomValue(state.rows.rowAtom(rowId))
  const ids = useAtomValue(state.rows.idsAtom)
  const { afterEdit } = useAtomValue(settings.atom)
  const sourceId = useAtomValue(state.memoriesAtom).get(rowId)?.source ?? undefined
  const told = row === null ? null : branchedFrom(row)
  // Cases may have moved since: where the source is known its number is the one of now.
  const source = sourceId === undefined ? -1 : ids.indexOf(sourceId)
  const number = source < 0 ? told : source + 1
  return (
    <div className={css.bar}>
      <span className={css.count}>{turns === 0 ? sayChat('noTurns') : sayChat('turns', { count: turns })}</span>
      {number !== null && (
        <p className={css.source} data-testid="branched-from">
          <Icon of={GitBranch} size={14} />
          {sourceId !== undefined && source < 0 ? say('branchedFromGone', { number }) : say('branchedFrom', { number })}
          {sourceId !== undefined && source >= 0 && (
            <TextButton onClick={() => actions.showCase(sourceId)}>{say('goToSource', { number })}</TextButton>
          )}
        </p>
      )}
      <span className={css.grow} />
      <Menu align="end" trigger={<IconButton size={24} icon={Ellipsis} label={say('conversationMenu')} tooltip={false} />}>
        <MenuItem icon={FlaskConical} disabled={isEmpty} data-testid="make-test-case" onSelect={() => onTestCase(false)}>
          {say('makeTestCase')}
        </MenuItem>
        <MenuItem icon={ListChecks} disabled={!hasAnswer} onSelect={() => onTestCase(true)}>
          {say('makeTestCaseExpecting')}
        </MenuItem>
        <MenuSeparator />
        <MenuChoice
          label={say('afterEdit')}
          value={afterEdit ?? 'ask'}
          options={CHOICES.map((value) => ({ value, label: say(`${value}AfterEdit`) }))}
          onChange={(value) => settings.change({ afterEdit: value === 'ask' ? null : value })}
        />
      </Menu>
    </div>
  )
}
