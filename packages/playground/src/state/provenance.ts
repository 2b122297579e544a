import { shortMessage } from '../attachments/short-message.ts'
import type { Provenance } from './cell.ts'
import { typeIn } from './column-setting.ts'
import { anonymousMessage } from './anonymous-message.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import type { LoadableRow } from './row.ts'
import { canonicalText, textHash } from './text-hash.ts'

const hashable = (message: EnhancedMessage): object => shortMessage(anonymousMessage(message))

/** Wording and syntax: what the inputs are put into. */
export const promptHash = (prompt: EnhancedPrompt): string =>
  textHash(canonicalText([prompt.mode, prompt.templateFormat, prompt.messages.map(hashable)]))

export const settingsHash = (prompt: EnhancedPrompt): string => textHash(canonicalText(prompt.llmConfig))

/** A text is sent as it is; of other values it matters too as what they are sent. */
function readIn({ columnTypes = [] }: EnhancedPrompt, { data }: LoadableRow, name: string): readonly (string | null | undefined)[] {
  const type = typeIn(columnTypes, name)
  const value = Object.hasOwn(data, name) ? data[name] : null
  return type === 'text' ? [name, value] : [name, value, type]
}

/** The values that the prompt reads, and in chat the conversation: a column that nothing reads does not make a result stale. */
export const inputsHash = (prompt: EnhancedPrompt, row: LoadableRow): string =>
  textHash(
    canonicalText([prompt.variables.map((name) => readIn(prompt, row, name)), prompt.mode === 'chat' ? row.history.map(hashable) : []]),
  )

/** What a run of the row under the prompt would be produced from. */
export const provenanceOf = (prompt: EnhancedPrompt, row: LoadableRow): Provenance => ({
  promptHash: promptHash(prompt),
  settingsHash: settingsHash(prompt),
  inputsHash: inputsHash(prompt, row),
})
