import type { JsonPath } from '../../json-path/ast.ts'
import type { TemplatePosition } from '../../template-error.ts'

/** A name looked up in the contexts from the inside out; no segments stand for the context itself (`.`). */
export interface MustacheName {
  readonly text: string
  readonly segments: readonly string[]
}

export type MustacheNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: MustacheName; readonly span: TemplatePosition }
  | { readonly kind: 'path'; readonly text: string; readonly path: JsonPath | null; readonly span: TemplatePosition }
  | MustacheSection

export interface MustacheSection {
  readonly kind: 'section'
  readonly name: MustacheName
  readonly inverted: boolean
  readonly children: readonly MustacheNode[]
  readonly span: TemplatePosition
}

export const readName = (text: string): MustacheName => ({ text, segments: text === '.' ? [] : text.split('.') })
