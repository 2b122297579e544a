import type { TemplateVariable } from '@vitrine/templating'
import type { PromptProblem } from './playground-state.ts'
import type { EnhancedPrompt } from './prompt.ts'

/** What reading the templates of a prompt tells. */
interface PromptAnalysis {
  readonly variables: readonly TemplateVariable[]
  readonly problems: readonly PromptProblem[]
}

export type AnalysePrompt = (prompt: EnhancedPrompt) => PromptAnalysis
