import type { PyFloat } from '../../../python/number.ts'
import type { Span } from '../span.ts'

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**'
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in'

export interface CallArguments {
  readonly positional: readonly Expression[]
  readonly named: readonly (readonly [string, Expression])[]
  readonly spread?: Expression
  readonly spreadNamed?: Expression
}

export interface Name {
  readonly kind: 'name'
  readonly name: string
  readonly span: Span
}

/** `depth` of an expression is how deep its tree goes; it is bounded because evaluation recurses along it. */
export type Expression = { readonly depth: number } & (
  | { readonly kind: 'const'; readonly value: string | number | bigint | PyFloat | boolean | null; readonly span: Span }
  | Name
  | { readonly kind: 'tuple'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[]; readonly span: Span }
  | { readonly kind: 'not' | 'negative' | 'positive'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression; readonly span: Span }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | { readonly kind: 'compare'; readonly first: Expression; readonly rest: readonly CompareLink[]; readonly span: Span }
  | { readonly kind: 'concat'; readonly parts: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: 'condition'
      readonly test: Expression
      readonly whenTrue: Expression
      readonly whenFalse: Expression | undefined
      readonly span: Span
    }
  | { readonly kind: 'attribute'; readonly target: Expression; readonly name: string; readonly span: Span }
  | { readonly kind: 'item'; readonly target: Expression; readonly key: Expression; readonly span: Span }
  | ({ readonly kind: 'slice'; readonly target: Expression; readonly span: Span } & SliceBounds)
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: CallArguments; readonly span: Span }
  | { readonly kind: 'filter'; readonly target: Expression; readonly name: string; readonly args: CallArguments; readonly span: Span }
  | { readonly kind: 'test'; readonly target: Expression; readonly name: string; readonly args: CallArguments; readonly span: Span }
)

export interface SliceBounds {
  readonly start: Expression | undefined
  readonly stop: Expression | undefined
  readonly step: Expression | undefined
}

export interface CompareLink {
  readonly operator: CompareOperator
  readonly operand: Expression
}

export interface FilterStep {
  readonly name: string
  readonly args: CallArguments
  readonly span: Span
}

export interface TupleTarget {
  readonly kind: 'tuple'
  readonly items: readonly Target[]
  readonly span: Span
}

export type Target = Name | TupleTarget | { readonly kind: 'member'; readonly name: string; readonly member: string; readonly span: Span }

export interface Signature {
  readonly parameters: readonly Name[]
  /** Of the last parameters. */
  readonly defaults: readonly Expression[]
}

export interface Branch {
  readonly test: Expression
  readonly body: readonly Statement[]
}

export interface ForLoop {
  readonly kind: 'for'
  readonly target: Target
  readonly iterable: Expression
  readonly filter: Expression | undefined
  readonly recursive: boolean
  readonly body: readonly Statement[]
  readonly otherwise: readonly Statement[]
  readonly span: Span
}

export interface Macro {
  readonly kind: 'macro'
  readonly name: string
  readonly signature: Signature
  readonly body: readonly Statement[]
  readonly span: Span
}

export interface CallBlock {
  readonly kind: 'call-block'
  readonly signature: Signature
  readonly call: Extract<Expression, { kind: 'call' }>
  readonly body: readonly Statement[]
  readonly span: Span
}

export interface Block {
  readonly kind: 'block'
  readonly name: string
  readonly scoped: boolean
  readonly required: boolean
  readonly body: readonly Statement[]
  readonly span: Span
}

export type Statement =
  | { readonly kind: 'data'; readonly text: string; readonly span: Span }
  | { readonly kind: 'output'; readonly expression: Expression; readonly span: Span }
  | { readonly kind: 'jsonpath'; readonly expression: string; readonly span: Span }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: readonly Statement[]; readonly span: Span }
  | ForLoop
  | { readonly kind: 'set'; readonly target: Target; readonly value: Expression; readonly span: Span }
  | {
      readonly kind: 'set-block'
      readonly target: Target
      readonly filters: readonly FilterStep[]
      readonly body: readonly Statement[]
      readonly span: Span
    }
  | {
      readonly kind: 'with'
      readonly bindings: readonly (readonly [Target, Expression])[]
      readonly body: readonly Statement[]
      readonly span: Span
    }
  | Macro
  | CallBlock
  | { readonly kind: 'filter-block'; readonly filters: readonly FilterStep[]; readonly body: readonly Statement[]; readonly span: Span }
  | { readonly kind: 'autoescape'; readonly value: Expression; readonly body: readonly Statement[]; readonly span: Span }
  | Block
