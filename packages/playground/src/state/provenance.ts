import { shortMessage } from '../attachments/short-message.ts'
import type { Provenance } from './cell.ts'
import { anonymousMessage } from './anonymous-message.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import type { LoadableRow } from './row.ts'
import { canonicalText, textHash } from './text-hash.ts'

const hashable = (message: EnhancedMessage): object => shortMessage(anonymousMessage(message))

/** Wording and syntax: what the inputs are put into. */
export const promptHash = (prompt: EnhancedPrompt): string =>
  textHash(canonicalText([prompt.mode, prompt.templateFormat, prompt.messages.map(hashable)]))

export const settingsHash = (prompt: EnhancedPrompt): string => textHash(canonicalText(prompt.llmConfig))

/** The values that the prompt reads, and in chat the conversation: a column that nothing reads does not make a result stale. */
export const inputsHash = (prompt: EnhancedPrompt, row: LoadableRow): string =>
  textHash(
    canonicalText([
      prompt.variables.map((name) => [name, Object.hasOwn(row.data, name) ? row.data[name] : null]),
      prompt.mode === 'chat' ? row.history.map(hashable) : [],
    ]),
  )

/** What a run of the row under the prompt would be produced from. */
export const provenanceOf = (prompt: EnhancedPrompt, row: LoadableRow): Provenance => ({
  promptHash: promptHash(prompt),
  settingsHash: settingsHash(prompt),
  inputsHash: inputsHash(prompt, row),
})
