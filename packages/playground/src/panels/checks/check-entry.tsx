import { ChevronRight, X } from 'lucide-react'
import { useId } from 'react'
import type { Check } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CheckFields } from './check-fields.tsx'
import { checkText } from './check-text.ts'
import css from './checks.module.css'

export interface CheckEntryProps {
  readonly check: Check
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onChange: (check: Check) => void
  readonly onRemove: () => void
}

/** A check in the configuration: its words, and its fields once it is opened. */
export function CheckEntry({ check, isOpen, onToggle, onChange, onRemove }: CheckEntryProps) {
  const say = useText('checks')
  const id = useId()
  const words = checkText(check, say, useFormats())
  return (
    <li className={css.check} data-testid="check" data-check={check.type}>
      <div className={css.line}>
        <button
          type="button"
          className={css.opener}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={say('edit', { check: words })}
          onClick={onToggle}
        >
          <Icon of={ChevronRight} size={12} mirrored className={isOpen ? css.turned : undefined} />
          <bdi className={css.chipText}>{words}</bdi>
        </button>
        <IconButton size={24} iconSize={12} icon={X} label={say('remove', { check: words })} onClick={onRemove} />
      </div>
      <div id={id} hidden={!isOpen} className={css.fields}>
        {isOpen && <CheckFields check={check} onChange={onChange} />}
      </div>
    </li>
  )
}
