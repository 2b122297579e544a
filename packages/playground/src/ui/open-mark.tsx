import { ChevronRight } from 'lucide-react'
import { Icon } from './icon.tsx'
import css from './open-mark.module.css'

/** The mark of a line that opens: it points at what lies under the line once that is open. */
export function OpenMark({ isOpen }: { readonly isOpen: boolean }) {
  return <Icon of={ChevronRight} size={12} mirrored className={isOpen ? css.turned : undefined} />
}
