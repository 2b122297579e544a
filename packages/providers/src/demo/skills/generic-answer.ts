import type { Answer } from '../answer/answer.ts'
import type { ChatRequest } from '../chat-request.ts'
import { lastUserText } from '../message-text.ts'

export function genericAnswer(request: ChatRequest): Answer {
  const said = lastUserText(request.messages).trim()
  return { text: `You wrote: “${said.slice(0, 200)}”. I am the built-in demo model, so I have no answer to that.` }
}
