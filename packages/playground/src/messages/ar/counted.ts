const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
type Form = (typeof FORMS)[number]

/** A noun with its number, as each plural form asks for it. */
export type CountedNoun = { readonly [F in Form]: string }

type SixForms<Key extends string> = { readonly [F in Form as `${Key}_${F}`]: string }

/** The six forms of a text in which only the counted noun differs. */
export const counted = <Key extends string>(key: Key, noun: CountedNoun, say: (noun: string) => string): SixForms<Key> =>
  Object.fromEntries(FORMS.map((form) => [`${key}_${form}`, say(noun[form])])) as SixForms<Key>
