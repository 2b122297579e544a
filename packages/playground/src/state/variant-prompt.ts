import type { Check } from '../checks/check.ts'
import { type ColumnSetting, sameTypes, typesIn } from './column-setting.ts'
import { keptIfEqual } from './kept-if-equal.ts'
import type { EnhancedPrompt, PromptDocument, PromptVariant } from './prompt.ts'

/** The variant of that id, or the first: what points at a variant that is gone shows A. */
export const variantOf = ({ variants }: PromptDocument, variantId: string): PromptVariant => {
  const [first] = variants
  if (first === undefined) throw new Error('A prompt has at least one variant.')
  return variants.find(({ id }) => id === variantId) ?? first
}

const NO_VARIABLES: readonly string[] = []
const NO_CHECKS: readonly Check[] = []
const NO_TYPES: readonly ColumnSetting[] = []

export type ReadVariant = (document: PromptDocument, variantId: string) => EnhancedPrompt

/**
 * Reads a document as the prompt of one variant, without variables in it. The same variant with the same that is shared is the same
 * object: also where another variant changed meanwhile, and again when undo brings a document back.
 */
export function createReadVariant(): ReadVariant {
  const byDocument = new WeakMap<PromptDocument, Map<string, EnhancedPrompt>>()
  const lastOf = new WeakMap<PromptVariant, EnhancedPrompt>()
  const keepTypes = keptIfEqual(sameTypes)
  return (document, variantId) => {
    const variant = variantOf(document, variantId)
    const known = byDocument.get(document) ?? new Map<string, EnhancedPrompt>()
    byDocument.set(document, known)
    const types = typesIn(document.columns)
    const prompt = known.get(variant.id) ?? madeOf(document, variant, types.length === 0 ? NO_TYPES : keepTypes(types), lastOf.get(variant))
    known.set(variant.id, prompt)
    lastOf.set(variant, prompt)
    return prompt
  }
}

function madeOf(
  document: PromptDocument,
  { messages, llmConfig }: PromptVariant,
  columnTypes: readonly ColumnSetting[],
  last: EnhancedPrompt | undefined,
): EnhancedPrompt {
  const { sessionId, mode, templateFormat, checks } = document
  const isSame =
    last !== undefined &&
    last.sessionId === sessionId &&
    last.mode === mode &&
    last.templateFormat === templateFormat &&
    last.checks === checks &&
    (last.columnTypes ?? NO_TYPES) === columnTypes
  const typed = columnTypes !== NO_TYPES && { columnTypes }
  return isSame ? last : { sessionId, mode, messages, llmConfig, templateFormat, variables: NO_VARIABLES, checks, ...typed }
}

/** The document with one variant's prompt in it; what is shared changes for all. The document itself where nothing differs. */
export function withVariantPrompt(document: PromptDocument, variantId: string, prompt: EnhancedPrompt): PromptDocument {
  const { mode, templateFormat, messages, llmConfig, checks = NO_CHECKS } = prompt
  const variant = variantOf(document, variantId)
  const isSameVariant = variant.messages === messages && variant.llmConfig === llmConfig
  const isSameRest = document.mode === mode && document.templateFormat === templateFormat && document.checks === checks
  if (isSameVariant && isSameRest) return document
  const variants = isSameVariant
    ? document.variants
    : document.variants.map((each) => (each === variant ? { ...variant, messages, llmConfig } : each))
  return { ...document, mode, templateFormat, checks, variants }
}
