import type { TemplatePosition } from '../../template-error.ts'

export type Conversion = 'r' | 's' | 'a'

/** `[3]` is an index, `[key]` a key: Python decides by the digits alone. */
export type Subscript = { readonly kind: 'index'; readonly index: number } | { readonly kind: 'key'; readonly key: string }

export interface Field {
  readonly kind: 'field'
  readonly root: string
  readonly subscripts: readonly Subscript[]
  /** Everything after the root as written. */
  readonly path: string
  readonly conversion: Conversion | undefined
  /** Text, or parts where fields stand inside the specification. */
  readonly spec: string | readonly FstringNode[]
  readonly span: TemplatePosition
}

export type FstringNode = { readonly kind: 'literal'; readonly text: string } | Field
