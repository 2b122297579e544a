import css from './caret.module.css'

/** Where text that is still arriving goes on. */
export const Caret = () => <span className={css.caret} />
