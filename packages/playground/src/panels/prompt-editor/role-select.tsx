import { MESSAGE_ROLES, type MessageRole } from '@vitrine/contracts'
import { ChevronDown } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { RoleWord } from '../../ui/role-word.tsx'
import css from './prompt-editor.module.css'

export interface RoleSelectProps {
  readonly label: string
  readonly role: MessageRole
  readonly onChange: (role: MessageRole) => void
}

/** Who speaks, as a word that opens the choice. */
export function RoleSelect({ label, role, onChange }: RoleSelectProps) {
  const say = useText('promptEditor')
  return (
    <Menu
      trigger={
        <button type="button" className={css.role} aria-label={`${label}: ${say(role)}`} data-part="role">
          <RoleWord role={role} word={say(role)} />
          <Icon of={ChevronDown} size={12} />
        </button>
      }
    >
      <MenuChoice
        label={label}
        value={role}
        options={MESSAGE_ROLES.map((value) => ({ value, label: <RoleWord role={value} word={say(value)} /> }))}
        onChange={onChange}
      />
    </Menu>
  )
}
