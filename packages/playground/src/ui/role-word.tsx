import type { MessageRole } from '@vitrine/contracts'
import { classNames } from './class-names.ts'
import css from './role-word.module.css'

/** Who speaks: a square of the role's hue and the word. The text of a message is never coloured. */
export function RoleWord({ role, word }: { readonly role: MessageRole; readonly word: string }) {
  return <span className={classNames(css.role, css[role])}>{word}</span>
}
