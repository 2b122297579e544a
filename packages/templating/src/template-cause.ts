type Empty = Readonly<Record<string, never>>

/**
 * What a template can be refused for, for whoever says it in another language than `message` does.
 *
 * *Shape*: texts are stretches of the template or of its syntax as they are written, names without their marks. *Units*: `limit` counts
 * levels, steps, characters or texts by the kind; `limitMs` milliseconds.
 */
export interface TemplateCauseValues {
  /** Something opens, and what would close it never comes. */
  readonly unclosed: { readonly what: string; readonly missing: string }
  readonly 'closes-nothing': { readonly what: string }
  readonly 'closes-other': { readonly what: string; readonly open: string }
  readonly 'single-brace': { readonly brace: string; readonly doubled: string }
  readonly 'nothing-inside': Empty
  readonly 'nul-character': Empty
  readonly partial: { readonly name: string }
  readonly attribute: { readonly field: string; readonly instead: string }
  readonly 'numbered-field': { readonly field: string }
  readonly 'unnamed-field': Empty
  readonly conversion: Empty
  readonly delimiters: { readonly example: string }
  readonly 'unknown-tag': { readonly name: string }
  readonly 'unknown-filter': { readonly name: string }
  readonly 'unknown-test': { readonly name: string }
  readonly 'other-template': { readonly name: string }
  readonly 'strange-character': { readonly character: string }
  readonly expected: { readonly wanted: string; readonly found: string }
  readonly 'ends-early': { readonly wanted: string }
  readonly 'value-expected': Empty
  readonly 'undefined-name': { readonly name: string }
  readonly 'function-value': { readonly name: string }
  readonly 'too-deep': { readonly limit: number }
  readonly 'too-many-steps': { readonly limit: number }
  readonly 'too-slow': { readonly limitMs: number }
  readonly 'too-long': { readonly limit: number }
  /** Of a conversion: left as it was, and to be looked at. */
  readonly 'no-equivalent': { readonly written: string; readonly format: string }
  readonly 'braces-beside': { readonly format: string }
}

export type TemplateCauseKind = keyof TemplateCauseValues

/** A cause by its kind, with what its words need. */
export type TemplateCause = {
  readonly [Kind in TemplateCauseKind]: { readonly kind: Kind; readonly values: TemplateCauseValues[Kind] }
}[TemplateCauseKind]

const NOTHING: Empty = {}

/** A cause that needs no values. */
export const causeOf = (kind: { [Kind in TemplateCauseKind]: TemplateCauseValues[Kind] extends Empty ? Kind : never }[TemplateCauseKind]) =>
  ({ kind, values: NOTHING }) as const satisfies TemplateCause
