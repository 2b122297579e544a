import type { TemplateVariable } from '@vitrine/templating'
import type { PromptProblem } from './playground-state.ts'
import type { EnhancedPrompt } from './prompt.ts'

/** What reading the templates of a prompt tells. */
interface PromptAnalysis {
  readonly variables: readonly TemplateVariable[]
  readonly problems: readonly PromptProblem[]
  /** Whether every template was read. Where one is broken, or its format still on the way, there may be more variables than these. */
  readonly isComplete: boolean
}

export type AnalysePrompt = (prompt: EnhancedPrompt) => PromptAnalysis
