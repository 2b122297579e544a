import { Braces, File, Hash, Image, type LucideIcon } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import type { ColumnType } from '../../state/column-setting.ts'
import { EXPECTED } from '../../state/expected-column.ts'
import { Icon } from '../../ui/icon.tsx'
import { VariableChip } from '../../ui/variable-chip.tsx'
import css from './grid-head.module.css'
import { latePart } from '../../ui/late-part.tsx'

const ColumnMenu = latePart(async () => (await import('../columns/column-menu.tsx')).ColumnMenu)

const ICONS: Readonly<Record<Exclude<ColumnType, 'text'>, LucideIcon>> = { number: Hash, json: Braces, image: Image, file: File }

export interface ColumnHeadProps {
  readonly column: string
  readonly type: ColumnType
  readonly isMissing: boolean
  readonly hasMenu: boolean
}

/** The name of a column of values, what it holds, and its menu, which shows on hover and with the focus. */
export function ColumnHead({ column, type, isMissing, hasMenu }: ColumnHeadProps) {
  const say = useText('cases')
  const name = column === EXPECTED ? say('expected') : column
  return (
    <span className={css.column}>
      {type !== 'text' && <Icon of={ICONS[type]} size={12} />}
      {column === EXPECTED ? (
        <span className={css.name}>{name}</span>
      ) : (
        <span className={css.name}>
          <VariableChip
            name={name}
            state={isMissing ? 'missing' : 'known'}
            title={isMissing ? say('missingColumn', { name }) : undefined}
          />
        </span>
      )}
      {hasMenu && <ColumnMenu column={column} name={name} className={css.menu} />}
    </span>
  )
}
