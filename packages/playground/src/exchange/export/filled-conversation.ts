import type { Message } from '@vitrine/contracts'
import { renderPrompt, variablesOfPrompt } from '@vitrine/templating'
import { inputsOf } from '../../execution/inputs-of.ts'
import type { ExportResult, ExportRow, ExportSource, ExportVariant } from './export-source.ts'

/** The messages that a row sends under a variant: the prompt filled in, then its history. Null where a value is missing. */
export function sentMessages(variant: ExportVariant, row: ExportRow, mode: ExportSource['mode']): readonly Message[] | null {
  const template = { format: variant.templateFormat, messages: variant.messages }
  const { variables } = variablesOfPrompt(template)
  const inputs = inputsOf({ prompt: { variables: variables.map(({ name }) => name) }, row, variables })
  const filled = renderPrompt(template, inputs)
  if (!filled.ok) return null
  return mode === 'chat' ? [...filled.messages, ...row.history] : filled.messages
}

/** The answer as a message; null where there is none, or where it is not whole. */
export function answerMessage(result: ExportResult | undefined): Message | null {
  const cell = result?.cell
  if (cell === undefined || cell.state !== 'done') return null
  const calls = cell.toolCalls.length > 0 ? { toolCalls: cell.toolCalls } : {}
  const refusal = cell.refusal === '' ? {} : { refusal: cell.refusal }
  return { role: 'assistant', content: cell.text === '' && cell.toolCalls.length > 0 ? null : cell.text, ...calls, ...refusal }
}

const NONE: readonly ExportResult[] = []

/** Finds results by row and variant, one for each repetition that ran. */
export function resultFinder({
  results,
}: Pick<ExportSource, 'results'>): (variant: ExportVariant, row: ExportRow) => readonly ExportResult[] {
  const found = Map.groupBy(results, ({ variantId, rowId }) => JSON.stringify([variantId, rowId]))
  return (variant, row) => found.get(JSON.stringify([variant.id, row.id])) ?? NONE
}

/** Whether some case was answered more than once under the same variant. */
export const hasRepetitions = ({ results }: Pick<ExportSource, 'results'>): boolean => results.some(({ repetition }) => repetition > 0)
