import css from './variant-key.module.css'

/** The letter of a variant, as it stands over its configuration and over its outputs. */
export const VariantKey = ({ letter }: { readonly letter: string }) => <span className={css.key}>{letter}</span>
