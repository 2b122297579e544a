import type { en } from './en.ts'

type In<Texts> = Texts extends string
  ? string
  : Texts extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof Texts]: In<Texts[Name]> }

/** Every word of the host page in one language. What a language lacks does not compile. */
export type HostTexts = In<typeof en>
