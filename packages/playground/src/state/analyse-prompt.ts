import { type TemplateCache, createTemplateCache, isFormatLoaded, variablesOfPrompt } from '@vitrine/templating'
import type { AnalysePrompt } from './prompt-analysis.ts'

const MESSAGE_PLACE = /^messages\[(\d+)\]/
/** More texts than a prompt has, so that a keystroke reads one of them anew and not all. */
const REMEMBERED_TEXTS = 256

/** Reads the templates of a prompt: its variables in order of first use, and what is wrong where. */
export function createPromptAnalysis(cache: TemplateCache = createTemplateCache(REMEMBERED_TEXTS)): AnalysePrompt {
  return ({ messages, templateFormat, llmConfig: { responseFormat } }) => {
    // On its way, and nothing is wrong meanwhile; refusals would be remembered.
    if (!isFormatLoaded(templateFormat)) return { variables: [], problems: [], isComplete: false }
    const { variables, problems } = variablesOfPrompt(
      { format: templateFormat, messages, ...(responseFormat ? { responseFormat } : {}) },
      cache,
    )
    return {
      variables,
      isComplete: problems.length === 0,
      problems: problems.map(({ location, problem }) => {
        const index = MESSAGE_PLACE.exec(location)?.[1]
        return { messageId: index === undefined ? null : (messages[Number(index)]?.id ?? null), location, problem }
      }),
    }
  }
}
