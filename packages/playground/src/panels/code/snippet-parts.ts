import { variablesOfPrompt } from '@vitrine/templating'
import { parametersOf, serviceParametersOf } from '../../code/parameters-of.ts'
import type { FixedVariable, SnippetParameter } from '../../code/snippet.ts'
import { type AskedRequest, inputsIn, promptOf } from './asked-request.ts'
import type { SnippetChoice } from './snippet-choice.ts'

/** A request to our own service that stands for a program: filled, or with markers in the places of its arguments. */
export interface SnippetParts {
  readonly asked: AskedRequest
  readonly parameters: readonly SnippetParameter[]
  readonly fixed: readonly FixedVariable[]
}

export const targetOf = ({ language }: Pick<SnippetChoice, 'language'>): 'provider' | 'service' =>
  language.startsWith('service-') ? 'service' : 'provider'

/** Where the program is a function, variables without a value are arguments too: they are called with an empty text. */
export function snippetParts(asked: AskedRequest, choice: SnippetChoice): SnippetParts {
  if (choice.shape === 'filled') return { asked, parameters: [], fixed: [] }
  const prompt = promptOf(asked.body)
  const inputs = inputsIn(
    asked.body,
    variablesOfPrompt(prompt).variables.map(({ name }) => name),
  )
  const { parameters, fixed, inputs: marked } = targetOf(choice) === 'service' ? serviceParametersOf(inputs) : parametersOf(prompt, inputs)
  return { asked: { ...asked, body: { ...asked.body, inputs: marked } }, parameters, fixed }
}
