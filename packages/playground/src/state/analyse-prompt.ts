import { variablesOfPrompt } from '@vitrine/templating'
import type { AnalysePrompt } from './prompt-analysis.ts'

const MESSAGE_PLACE = /^messages\[(\d+)\]/

/** Reads the templates of a prompt: its variables in order of first use, and what is wrong where. */
export const analysePrompt: AnalysePrompt = (prompt) => {
  const { variables, problems } = variablesOfPrompt({
    messages: prompt.messages,
    templateFormat: prompt.templateFormat,
    ...(prompt.llmConfig.responseFormat ? { responseFormat: prompt.llmConfig.responseFormat } : {}),
  })
  return {
    variables,
    problems: problems.map(({ location, problem }) => {
      const index = MESSAGE_PLACE.exec(location)?.[1]
      return { messageId: index === undefined ? null : (prompt.messages[Number(index)]?.id ?? null), location, problem }
    }),
  }
}
