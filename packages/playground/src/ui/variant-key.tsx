import { classNames } from './class-names.ts'
import css from './variant-key.module.css'

/** The letter of a variant, as it stands over its configuration and over its outputs: filled where it is the one that is edited. */
export const VariantKey = ({ letter, isOn = true }: { readonly letter: string; readonly isOn?: boolean }) => (
  <span className={classNames(css.key, isOn && css.on)}>{letter}</span>
)
