import type { ErrorDetail } from '@vitrine/contracts'
import type { ProviderCall } from '../provider.ts'

/** Why a prompt cannot be sent through this API at all; null where it can. */
export function promptProblem({ model, messages, settings }: ProviderCall): ErrorDetail | null {
  if (model.trim() === '') return refusal('invalid_request', 'A model is required: name one and run again.', 'model')
  const { input, prompt } = settings.extraBody ?? {}
  if (messages.length === 0 && input === undefined && prompt === undefined) {
    return refusal('invalid_request', 'There is nothing to send: either "prompt" or "messages" must be provided.', 'messages')
  }
  const audio = findAudio(messages)
  if (audio === null) return null
  const message = `The Responses API takes no audio (${audio}). Take it away, or ask through chat completions (\`api\`: \`chat\`).`
  return refusal('unsupported_parameter', message, audio)
}

const refusal = (code: ErrorDetail['code'], message: string, path: string): ErrorDetail => ({
  code,
  message,
  meta: { path, issues: [{ path, message }] },
})

function findAudio(messages: ProviderCall['messages']): string | null {
  for (const [at, { content }] of messages.entries()) {
    if (typeof content !== 'object' || content === null) continue
    const position = content.findIndex(({ type }) => type === 'input_audio')
    if (position !== -1) return `messages[${at}].content[${position}]`
  }
  return null
}
