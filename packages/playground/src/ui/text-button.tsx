import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import css from './text-button.module.css'

/** An action inside a line of text, underlined like a link. */
export function TextButton({ className, ...rest }: ComponentPropsWithRef<'button'>) {
  return <button type="button" {...rest} className={classNames(css.link, className)} />
}
