import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { KeptTogether } from '../../../ui/kept-together.tsx'
import { TextButton } from '../../../ui/text-button.tsx'
import { entriesOf } from './answer-json.ts'
import css from './json-tree.module.css'

/** Deeper branches begin closed, and long lists show their head. */
const OPEN_TO = 2
const AT_FIRST = 100

/** JSON as branches that open and close. */
export function JsonTree({ value, label }: { readonly value: unknown; readonly label: string }) {
  return (
    <ul className={css.tree} aria-label={label} dir="ltr">
      <Branch name="$" value={value} depth={0} />
    </ul>
  )
}

interface BranchProps {
  readonly name: string
  readonly value: unknown
  readonly depth: number
}

function Branch({ name, value, depth }: BranchProps) {
  const say = useText('drawer')
  const [open, setOpen] = useState(depth < OPEN_TO)
  const [isWhole, setWhole] = useState(false)
  const entries = entriesOf(value)
  if (entries === null)
    return (
      <li className={css.leaf}>
        <span className={css.name}>{name}</span>
        <span className={typeof value === 'string' ? css.text : css.value}>
          {typeof value === 'string' ? <KeptTogether text={value} /> : JSON.stringify(value)}
        </span>
      </li>
    )
  const count = entries.length
  const shown = isWhole ? entries : entries.slice(0, AT_FIRST)
  return (
    <li>
      <button type="button" className={css.branch} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={ChevronRight} size={12} className={open ? css.turned : undefined} />
        <span className={css.name}>{name}</span>
        <span className={css.size}>{Array.isArray(value) ? say('treeItems', { count }) : say('treeFields', { count })}</span>
      </button>
      {open && count > 0 && (
        <ul className={css.inside}>
          {shown.map((entry) => (
            <Branch key={entry.name} name={entry.name} value={entry.value} depth={depth + 1} />
          ))}
          {shown.length < count && (
            <li>
              <TextButton onClick={() => setWhole(true)}>{say('treeMore', { count: count - shown.length })}</TextButton>
            </li>
          )}
        </ul>
      )}
    </li>
  )
}
