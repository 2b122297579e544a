import type { TemplateVariable } from '@vitrine/templating'
import type { PromptProblem } from './prompt-state.ts'
import type { EnhancedPrompt } from './prompt.ts'

/** What reading the templates of a prompt tells. */
export interface PromptAnalysis {
  readonly variables: readonly TemplateVariable[]
  readonly problems: readonly PromptProblem[]
  /** Whether every template was read. Where one is broken, or its format still on the way, there may be more variables than these. */
  readonly isComplete: boolean
}

export type AnalysePrompt = (prompt: EnhancedPrompt) => PromptAnalysis

/** Those that were known, and what was read beside them. */
export function withNew(known: readonly TemplateVariable[], read: readonly TemplateVariable[]): readonly TemplateVariable[] {
  const names = new Set(known.map(({ name }) => name))
  return [...known, ...read.filter(({ name }) => !names.has(name))]
}
