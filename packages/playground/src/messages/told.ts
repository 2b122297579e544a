import type { causes } from './en/causes.ts'

/** Names of causes that the catalogue has words for. */
export type CauseKind = keyof typeof causes

/** Something that was refused: in the words of whoever refused it, and as data where its cause is told apart. */
export interface Told {
  readonly message: string
  /** *Shape*: `kind` is a `CauseKind`, or one that only somebody newer has words for. */
  readonly cause?: { readonly kind: string; readonly values: Readonly<Record<string, unknown>> } | undefined
}
