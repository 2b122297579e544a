import { parseTemplate } from '../parse-template.ts'
import { problemOf } from '../problem-of.ts'
import type { TemplateCache } from '../template-cache.ts'
import type { TemplateProblem } from '../template-error.ts'
import type { TemplateVariable } from '../template-format.ts'
import { mapPromptTexts, type PromptTemplate } from './prompt-texts.ts'

export interface PromptVariable extends TemplateVariable {
  /** The text in which `span` counts: `messages[0].content`. */
  readonly location: string
}

export interface PromptVariables {
  /** In order of first use over all texts, each root name once: the columns of a table of test cases. */
  readonly variables: readonly PromptVariable[]
  /** The texts that could not be read, each with what is wrong; their variables are not known. */
  readonly problems: readonly { readonly location: string; readonly problem: TemplateProblem }[]
}

/** The variables of a whole prompt. Never throws. */
export function variablesOfPrompt(prompt: PromptTemplate, cache: Pick<TemplateCache, 'parse'> = { parse: parseTemplate }): PromptVariables {
  const variables = new Map<string, PromptVariable>()
  const problems: { readonly location: string; readonly problem: TemplateProblem }[] = []
  const read = (source: string, location: string): string => {
    const parsed = cache.parse(prompt.format, source)
    if (!parsed.ok) problems.push({ location, problem: parsed.problem })
    else
      for (const variable of parsed.template.variables)
        if (!variables.has(variable.name)) variables.set(variable.name, { ...variable, location })
    return source
  }
  try {
    mapPromptTexts(prompt, read)
  } catch (error) {
    problems.push({ location: 'response_format', problem: problemOf(error) })
  }
  return { variables: [...variables.values()], problems }
}
