import type { TemplateFormat } from '@vitrine/contracts'
import type { PyFloat } from './python/number.ts'
import type { TemplatePosition } from './template-error.ts'

/**
 * What a template may be given: JSON, read without loss. An integer beyond 2^53 is a `bigint`; a number that was written as a float
 * but has no fraction (`1.0`, `1e3`) is a `PyFloat`. `parseJson` makes such values from JSON text; plain `JSON.parse` is fine where
 * neither can occur. Objects are read through own properties only.
 */
export type TemplateValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | PyFloat
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue }
export type TemplateInputs = Readonly<Record<string, TemplateValue>>

/** A name that a template reads. */
export interface TemplateVariable {
  /** The root name, which becomes a column: `user` for `{{ user.name }}`. */
  readonly name: string
  /** The rest of the first use as written, `name` for `{{ user.name }}`; empty where the root itself is used. */
  readonly path: string
  /** Where it is first used. */
  readonly span: TemplatePosition
}

/** Limits of one render; what goes over ends as `template_limit`. */
export interface RenderBudget {
  readonly maxSteps: number
  /** UTF-16 units of output. */
  readonly maxOutput: number
  readonly maxDepth: number
  /** Milliseconds of wall time, watched by jinja2 only: the other formats cannot loop. */
  readonly maxMs: number
  /** Injected so that time can be tested. Milliseconds. */
  readonly now: () => number
}

/** A template read once: its variables and its rendering come from the same tree. Immutable, so it may be cached and shared. */
export interface ParsedTemplate {
  readonly format: TemplateFormat
  readonly source: string
  /** Literal text and placeholders in source order, for converting to another format; absent where a format cannot tell them apart. */
  readonly pieces?: readonly TemplatePiece[]
  /** In order of first use, each root name once. */
  readonly variables: readonly TemplateVariable[]
  /** Every place where a placeholder stands, in source order: what an editor colours. */
  readonly placeholders: readonly Placeholder[]
  /** @throws TemplateError */
  render(inputs: TemplateInputs, budget: RenderBudget): string
}

/** A part of a template as another format could write it. Literal text has lost its escapes; `other` has no plain equivalent. */
export type TemplatePiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly segments: readonly string[]; readonly span: TemplatePosition }
  | { readonly kind: 'other'; readonly span: TemplatePosition }

export interface Placeholder {
  /** Root name; empty where the placeholder names no variable (a JSONPath from the root, an end tag). */
  readonly name: string
  readonly kind: 'variable' | 'section' | 'statement' | 'comment'
  /** The whole of it, braces included. */
  readonly span: TemplatePosition
}

/** One folder under `formats/` implements this; `formats/registry.ts` lists it. */
export interface TemplateEngine {
  readonly format: TemplateFormat
  /** @throws TemplateError with `template_syntax`, `template_forbidden` or `template_limit` */
  parse(source: string): ParsedTemplate
  /** A placeholder for a plain name in this format, used when converting from another; undefined where the name cannot be written. */
  placeholderFor(name: string): string | undefined
  /** The same for a path of two or more segments; absent where the format writes `name.segment` and `name["segment"]` inside the same braces. */
  placeholderForPath?(segments: readonly string[]): string | undefined
  /** Literal text made safe to stand in a template of this format. */
  escapeLiteral(text: string): string
}
