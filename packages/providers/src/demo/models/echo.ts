import { lastUserText } from '../message-text.ts'
import type { DemoModel } from './demo-model.ts'

/** Fast, and in few pieces however long the text is: what matters here is that nothing of it is changed. */
export const echo: DemoModel = {
  name: 'echo',
  take: (request) => ({
    kind: 'answer',
    answer: { text: lastUserText(request.messages) },
    pace: { firstTokenMs: 50, perTokenMs: 4, maxPieces: 400 },
  }),
}
