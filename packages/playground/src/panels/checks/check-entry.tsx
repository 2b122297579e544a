import { X } from 'lucide-react'
import type { Check } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { Entry } from '../../ui/entry.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
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
  const words = checkText(check, say, useFormats())
  return (
    <Entry
      data-testid="check"
      data-check={check.type}
      isOpen={isOpen}
      onToggle={onToggle}
      openLabel={say('edit', { check: words })}
      line={<bdi className={css.chipText}>{words}</bdi>}
      end={<IconButton size={24} iconSize={12} icon={X} label={say('remove', { check: words })} onClick={onRemove} />}
    >
      <CheckFields check={check} onChange={onChange} />
    </Entry>
  )
}
